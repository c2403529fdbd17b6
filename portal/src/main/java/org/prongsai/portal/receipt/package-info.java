/** Where people check that their answer is counted. */
@NullMarked
package org.prongsai.portal.receipt;

import org.jspecify.annotations.NullMarked;
