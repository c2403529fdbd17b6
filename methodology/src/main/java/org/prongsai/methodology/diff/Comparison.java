package org.prongsai.methodology.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final List<Change> changes = new ArrayList<>();

    static List<Change> of(JsonNode before, JsonNode after) {
        var comparison = new Comparison();
        comparison.compare("", "", before, after);
        return comparison.changes;
    }

    private void compare(String path, String key, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null || before.isNull()) {
            if (after != null && !after.isNull()) changes.add(new Change(kind(key, Kind.ADDED), path, null, after));
        } else if (after == null || after.isNull()) {
            changes.add(new Change(kind(key, Kind.REMOVED), path, before, null));
        } else if (before.isObject() && after.isObject()) {
            objects(path, fields(before), fields(after));
        } else if (coded(before) && coded(after)) {
            lists(path, before, after);
        } else if (!same(before, after)) {
            changes.add(new Change(kind(key, Kind.CHANGED), path, before, after));
        }
    }

    private static Kind kind(String key, Kind otherwise) {
        return WORTH.contains(key) ? Kind.WORTH_CHANGED : otherwise;
    }

    private void objects(String path, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        var keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (var key : keys) compare(path + Fault.step(key), key, before.get(key), after.get(key));
    }

    private void lists(String path, JsonNode before, JsonNode after) {
        var old = byCode(before);
        var fresh = byCode(after);
        objects(path, old, fresh);
        var kept = new ArrayList<>(old.keySet());
        kept.retainAll(fresh.keySet());
        var order = new ArrayList<>(fresh.keySet());
        order.retainAll(old.keySet());
        if (!kept.equals(order)) changes.add(new Change(Kind.CHANGED, path + "/order", texts(kept), texts(order)));
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

    private static boolean same(JsonNode before, JsonNode after) {
        if (before.isNumber() && after.isNumber()) return before.decimalValue().compareTo(after.decimalValue()) == 0;
        return before.equals(after);
    }
}
