/** Keeps connections busy, and counts what came of it. */
@NullMarked
package org.prongsai.bench.load;

import org.jspecify.annotations.NullMarked;
