/** What an office hangs up at its counter. */
@NullMarked
package org.prongsai.portal.poster;

import org.jspecify.annotations.NullMarked;
