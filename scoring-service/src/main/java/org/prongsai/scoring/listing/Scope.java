package org.prongsai.scoring.listing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.Fault;

/**
 * Whose subtree a list is about, and what of the question no agency is.
 *
 * @param parent whose subtree is asked for, null for all agencies there are
 * @param unknownTypes those asked for that no agency has
 */
public record Scope(@Nullable String parent, boolean parentKnown, List<String> unknownTypes) {

    public List<Fault> faults() {
        var nowhere = parent == null || parentKnown
                ? Stream.<Fault>empty()
                : Stream.of(new Fault("?parent", "unknown-agency", null, parent));
        var untyped = unknownTypes.stream()
                .map(type -> new Fault("?type", "unknown-type", "a type that some agency has", type));
        return Stream.concat(nowhere, untyped).toList();
    }

    /** As a condition on the table of agencies, which the statement calls {@code a}. */
    public String condition(Map<String, Object> values) {
        if (parent == null) return "";
        values.put("parent", parent);
        return " and a.path @> array[cast(:parent as text)]";
    }
}
