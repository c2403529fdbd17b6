/** What the branches below an agency come to. */
@NullMarked
package org.prongsai.scoring.rollup;

import org.jspecify.annotations.NullMarked;
