package org.prongsai.seeds.file;

import tools.jackson.databind.JsonNode;

/** Whether a document says everything another one says; numbers by value, and what is empty need not be written. */
public final class Likeness {

    private Likeness() {}

    public static boolean holds(JsonNode given, JsonNode wanted) {
        if (empty(wanted)) return empty(given);
        if (wanted.isObject())
            return wanted.propertyStream().allMatch(entry -> holds(given.path(entry.getKey()), entry.getValue()));
        if (wanted.isArray()) return sameList(given, wanted);
        return sameValue(given, wanted);
    }

    private static boolean sameList(JsonNode given, JsonNode wanted) {
        if (given.size() != wanted.size()) return false;
        for (int i = 0; i < wanted.size(); i++) if (!holds(given.path(i), wanted.path(i))) return false;
        return true;
    }

    private static boolean sameValue(JsonNode given, JsonNode wanted) {
        return wanted.isNumber() && given.isNumber()
                ? given.decimalValue().compareTo(wanted.decimalValue()) == 0
                : given.isValueNode() && given.asString("").equals(wanted.asString(""));
    }

    private static boolean empty(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isContainer() && node.isEmpty();
    }
}
