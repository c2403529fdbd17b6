package org.prongsai.methodology.framework;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Understands that a missing list is an empty one, and that Thai comes first, then English, then the rest. */
final class Absent {
    private static final Comparator<String> LANGUAGES = Comparator.<String>comparingInt(
                    code -> code.equals("th") ? 0 : code.equals("en") ? 1 : 2)
            .thenComparing(Comparator.naturalOrder());

    private Absent() {}

    static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    static Map<String, String> words(@Nullable Map<String, String> given) {
        return given == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(given));
    }

    static Map<String, String> texts(@Nullable Map<String, String> given) {
        var sorted = new TreeMap<String, String>(LANGUAGES);
        if (given != null) sorted.putAll(given);
        return Collections.unmodifiableMap(sorted);
    }
}
