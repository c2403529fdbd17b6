package org.prongsai.scoring.listing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.Fault;

/**
 * Which agencies of a list somebody looks for.
 *
 * @param types any of them, or all where there are none
 * @param q part of the slug, the Thai or the English name; capitals do not matter, and blank is as good as nothing
 */
public record Search(List<String> types, @Nullable String q) {
    public static final Search NONE = new Search(List.of(), null);
    private static final int LONGEST = 200;

    public Search {
        types = List.copyOf(types);
        q = q == null || q.isBlank() ? null : q.strip();
    }

    public boolean empty() {
        return types.isEmpty() && q == null;
    }

    public List<Fault> faults() {
        return q == null || q.length() <= LONGEST
                ? List.of()
                : List.of(new Fault("?q", "too-long", "at most %d characters".formatted(LONGEST), q));
    }

    /** As conditions on the table of agencies, which the statement calls {@code a}. */
    public String conditions(Map<String, Object> values) {
        var conditions = new StringBuilder();
        if (!types.isEmpty()) {
            conditions.append(" and a.type = any(:types)");
            values.put("types", types.toArray(String[]::new));
        }
        if (q != null) {
            conditions.append(" and position(lower(:q) in a.search) > 0");
            values.put("q", q);
        }
        return conditions.toString();
    }
}
