/** A year's methodology as data: what is asked, what each answer is worth, how it all adds up. */
@NullMarked
package org.prongsai.methodology.framework;

import org.jspecify.annotations.NullMarked;
