package org.prongsai.scoring.board;

import org.jspecify.annotations.Nullable;
import org.prongsai.scoring.listing.Search;

/** Which units of a subtree are listed. */
record Filter(@Nullable String level, @Nullable String adequacy, Search search) {
    static final Filter NONE = new Filter(null, null, Search.NONE);
}
