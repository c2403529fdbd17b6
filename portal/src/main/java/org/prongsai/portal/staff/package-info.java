/** Answering the survey of staff, with a ticket that nobody can trace to its invitation. */
@NullMarked
package org.prongsai.portal.staff;

import org.jspecify.annotations.NullMarked;
