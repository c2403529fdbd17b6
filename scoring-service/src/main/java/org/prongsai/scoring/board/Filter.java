package org.prongsai.scoring.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which units of a subtree are listed.
 *
 * @param types any of them, or all where there are none
 * @param q part of the slug, the Thai or the English name; capitals do not matter, and blank is as good as nothing
 */
record Filter(
        @Nullable String level,
        @Nullable String adequacy,
        List<String> types,
        @Nullable String q) {
    static final Filter NONE = new Filter(null, null, List.of(), null);

    Filter {
        types = List.copyOf(types);
        q = q == null || q.isBlank() ? null : q.strip();
    }
}
