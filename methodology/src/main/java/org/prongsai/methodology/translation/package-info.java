/** The words of one more language as a file of its own, and how a survey comes to speak it. */
@NullMarked
package org.prongsai.methodology.translation;

import org.jspecify.annotations.NullMarked;
