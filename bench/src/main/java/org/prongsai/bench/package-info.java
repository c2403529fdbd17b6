/** Benchmarks; what they measured stands in {@code bench/RESULTS.md}. */
@NullMarked
package org.prongsai.bench;

import org.jspecify.annotations.NullMarked;
