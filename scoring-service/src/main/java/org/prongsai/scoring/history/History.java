package org.prongsai.scoring.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of an agency's published results.
 *
 * @param firstYear nothing was ever published of it or of those it came from, so its next result is its first
 */
record History(List<PublishedResult> items, @Nullable String next, boolean firstYear) {}
