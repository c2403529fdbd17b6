package org.prongsai.methodology.itemlist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.prongsai.methodology.framework.Item;

/** Makes one item of a pair: title and its source from the list; elements, guidance, examples and law remain ours, and say so. */
record Taking() {

    Item item(Pair pair) {
        var listed = Objects.requireNonNull(pair.listed());
        var ours = pair.ours();
        if (ours == null)
            return new Item(
                    listed.code(),
                    listed.title(),
                    listed.provenance(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Map.of(),
                    List.of(),
                    Map.of());
        var text = new LinkedHashMap<>(ours.text());
        boolean reworded = !listed.title().equals(Map.of("th", text.get("th"), "en", text.get("en")));
        // Words of further languages were made for the title before.
        if (reworded) text.keySet().retainAll(List.of("th", "en"));
        text.putAll(listed.title());
        return new Item(
                listed.code(),
                text,
                listed.provenance(),
                provenances(ours, listed.provenance()),
                ours.subItems(),
                ours.options(),
                ours.elements(),
                ours.guidance(),
                ours.examples(),
                ours.legalBasis());
    }

    private static Map<String, String> provenances(Item ours, String now) {
        var provenances = new TreeMap<>(ours.provenances());
        if (!ours.guidance().isEmpty()) provenances.putIfAbsent("guidance", ours.provenance());
        if (!ours.examples().isEmpty()) provenances.putIfAbsent("examples", ours.provenance());
        if (!ours.legalBasis().isEmpty()) provenances.putIfAbsent("legalBasis", ours.provenance());
        provenances.values().removeIf(now::equals);
        return provenances;
    }
}
