/** How fast answers are taken in, each figure beside another one of the same run. */
@NullMarked
package org.prongsai.bench.intake;

import org.jspecify.annotations.NullMarked;
