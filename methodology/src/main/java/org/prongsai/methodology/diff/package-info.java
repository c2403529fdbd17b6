/** What is different between two versions of a framework, as data and as lines. */
@NullMarked
package org.prongsai.methodology.diff;

import org.jspecify.annotations.NullMarked;
