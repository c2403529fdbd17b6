/** The marks assessors gave. */
@NullMarked
package org.prongsai.scoring.mark;

import org.jspecify.annotations.NullMarked;
