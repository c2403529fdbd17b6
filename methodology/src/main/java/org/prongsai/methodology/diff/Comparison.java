package org.prongsai.methodology.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.diff.Change.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Walks two documents side by side; things with a code are the same thing wherever they stand in their list. */
final class Comparison {
    private static final Set<String> WORTH = Set.of(
            "weight",
            "value",
            "marks",
            "unfiled",
            "totalMin",
            "everyInstrumentMin",
            "belowMinimum",
            "places",
            "mode",
            "censusBelow",
            "floor",
            "share",
            "capAbove",
            "cap");

    /** Nothing below these decides what an answer or a mark is worth, or what is asked for. */
    private static final Set<String> WORDS = Set.of(
            "title",
            "text",
            "label",
            "focus",
            "guidance",
            "examples",
            "legalBasis",
            "provenance",
            "provenances",
            "languages",
            "translations");

    private final List<Change> changes = new ArrayList<>();

    static List<Change> of(JsonNode before, JsonNode after) {
        var comparison = new Comparison();
        comparison.compare(new Place("", "", false), before, after);
        return comparison.changes;
    }

    /** Where in the documents, under which key, and whether below one that holds nothing but words; a code is no key. */
    private record Place(String path, String key, boolean wording) {
        Place at(String field) {
            return new Place(path + Fault.step(field), field, wording || WORDS.contains(field));
        }

        Place of(String code) {
            return new Place(path + Fault.step(code), "", wording);
        }
    }

    private void compare(Place place, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null || before.isNull()) {
            if (after != null && !after.isNull()) add(place, Kind.ADDED, null, after);
        } else if (after == null || after.isNull()) {
            add(place, Kind.REMOVED, before, null);
        } else if (before.isObject() && after.isObject()) {
            each(fields(before), fields(after), place::at);
        } else if (coded(before) && coded(after)) {
            lists(place, before, after);
        } else if (!same(place.key(), before, after)) {
            add(place, Kind.CHANGED, before, after);
        }
    }

    private void add(Place place, Kind kind, @Nullable JsonNode before, @Nullable JsonNode after) {
        var told = WORTH.contains(place.key()) ? Kind.WORTH_CHANGED : kind;
        changes.add(new Change(told, place.path(), before, after, place.wording()));
    }

    private void each(Map<String, JsonNode> before, Map<String, JsonNode> after, Function<String, Place> place) {
        var keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (var key : keys) compare(place.apply(key), before.get(key), after.get(key));
    }

    private void lists(Place place, JsonNode before, JsonNode after) {
        var old = byCode(before);
        var fresh = byCode(after);
        each(old, fresh, place::of);
        var kept = new ArrayList<>(old.keySet());
        kept.retainAll(fresh.keySet());
        var order = new ArrayList<>(fresh.keySet());
        order.retainAll(old.keySet());
        if (!kept.equals(order)) add(place.at("order"), Kind.CHANGED, texts(kept), texts(order));
    }

    private static JsonNode texts(List<String> codes) {
        var list = JsonNodeFactory.instance.arrayNode();
        codes.forEach(list::add);
        return list;
    }

    private static Map<String, JsonNode> fields(JsonNode object) {
        var fields = new LinkedHashMap<String, JsonNode>();
        object.properties().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        return fields;
    }

    private static boolean coded(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(each -> each.has("code"));
    }

    private static Map<String, JsonNode> byCode(JsonNode list) {
        var byCode = new LinkedHashMap<String, JsonNode>();
        list.values().forEach(each -> byCode.put(each.path("code").asString(), each));
        return byCode;
    }

    /** Marks are a set: their order says nothing. */
    private static boolean same(String key, JsonNode before, JsonNode after) {
        if (key.equals("marks")) return Set.copyOf(before.values()).equals(Set.copyOf(after.values()));
        if (before.isNumber() && after.isNumber()) return before.decimalValue().compareTo(after.decimalValue()) == 0;
        return before.equals(after);
    }
}
