/** How fast answers become scores that can be read, at the size of a nation and at others. */
@NullMarked
package org.prongsai.bench.scores;

import org.jspecify.annotations.NullMarked;
