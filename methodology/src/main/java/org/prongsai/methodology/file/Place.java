package org.prongsai.methodology.file;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** An object of the file and where it is; reading a key notes what is wrong there and goes on with a stand-in. */
final class Place {
    static final List<String> PROVENANCES = List.of("official", "verified", "provisional");
    static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final int LONGEST_TEXT = 5000;

    private final JsonNode node;
    private final String pointer;
    private final Findings findings;

    private Place(JsonNode node, String pointer, Findings findings) {
        this.node = node;
        this.pointer = pointer;
        // What is missing inside something that is no object is no further news.
        this.findings = node.isObject() ? findings : new Findings();
        if (!node.isObject()) findings.add(pointer, "not-an-object", "an object", shown(node));
    }

    static Place root(JsonNode node, Findings findings) {
        return new Place(node, "", findings);
    }

    String pointer() {
        return pointer;
    }

    Place only(String... keys) {
        var known = List.of(keys);
        for (var key : keys()) if (!known.contains(key)) fault(key, "unknown-key", known);
        return this;
    }

    Collection<String> keys() {
        return node.isObject() ? node.propertyNames() : List.of();
    }

    boolean has(String key) {
        var value = node.get(key);
        return value != null && !value.isNull();
    }

    void fault(String key, String reason, @Nullable Object expected) {
        var value = node.get(key);
        findings.add(pointer + Fault.step(key), reason, expected, value == null ? null : shown(value));
    }

    private static @Nullable Object shown(JsonNode value) {
        if (value.isObject()) return "an object";
        if (value.isArray()) return "a list of " + value.size();
        return value.isNull() ? null : value.asString();
    }

    /** The value, or null once its absence or its kind has been noted. */
    private @Nullable JsonNode value(String key, Function<JsonNode, Boolean> kind, String expected) {
        var value = node.get(key);
        if (value == null || value.isNull()) fault(key, "missing", expected);
        else if (!kind.apply(value)) fault(key, "wrong-kind", expected);
        else return value;
        return null;
    }

    Place object(String key) {
        var value = value(key, JsonNode::isObject, "an object");
        return value == null ? unwritten(key) : new Place(value, pointer + Fault.step(key), findings);
    }

    private Place unwritten(String key) {
        return new Place(JsonNodeFactory.instance.objectNode(), pointer + Fault.step(key), new Findings());
    }

    String word(String key) {
        var value = value(key, JsonNode::isString, "a text");
        if (value == null) return "";
        var word = value.stringValue();
        if (word.codePoints().anyMatch(Place::unreadable)) fault(key, "control-character", "a text that can be shown");
        return word;
    }

    private static boolean unreadable(int point) {
        return (Character.isISOControl(point) && point != '\n' && point != '\t')
                || Character.getType(point) == Character.SURROGATE;
    }

    String word(String key, Collection<String> allowed) {
        var word = word(key);
        if (!word.isEmpty() && !allowed.contains(word)) fault(key, "unknown-value", List.copyOf(allowed));
        return word;
    }

    /** Notes the era a date is written in. */
    void dated(String key) {
        findings.dated(pointer + Fault.step(key), node.path(key).asString());
    }

    /** Where a text comes from, or null where it is as everywhere in this file. */
    @Nullable
    String provenance() {
        return has("provenance") ? word("provenance", PROVENANCES) : null;
    }

    /** A code that nothing else in its scope has; a whole number is taken as it is written. */
    String code(String key, String scope) {
        var value = value(key, each -> each.isString() || each.isIntegralNumber(), "a code in quotes");
        if (value == null) return "";
        var code = value.asString();
        if (!CODE.matcher(code).matches()) fault(key, "bad-code", CODE.pattern());
        else if (!findings.claim(scope, code)) fault(key, "duplicate-code", "a code used once");
        return code;
    }

    boolean flag(String key) {
        if (!has(key)) return false;
        var value = value(key, JsonNode::isBoolean, "true or false");
        return value != null && value.booleanValue();
    }

    int integer(String key, int min, int max) {
        var expected = "a whole number from %d to %d".formatted(min, max);
        var value = value(key, JsonNode::isIntegralNumber, expected);
        if (value == null) return min;
        if (within(value.bigIntegerValue(), min, max)) return value.intValue();
        fault(key, "out-of-range", expected);
        return min;
    }

    private static boolean within(BigInteger value, int min, int max) {
        return value.compareTo(BigInteger.valueOf(min)) >= 0 && value.compareTo(BigInteger.valueOf(max)) <= 0;
    }

    /** A decimal without trailing zeros, so that 0.30 and 0.3 are the same weight. */
    BigDecimal decimal(String key, BigDecimal min, BigDecimal max) {
        var expected = "a number from %s to %s with at most 6 decimals".formatted(min, max);
        var value = value(key, JsonNode::isNumber, expected);
        if (value == null) return max;
        var number = value.decimalValue();
        if (number.scale() > 100 || number.precision() > 100) number = BigDecimal.TEN.pow(9);
        var plain = number.stripTrailingZeros();
        plain = plain.scale() < 0 && plain.scale() > -9 ? plain.setScale(0) : plain;
        if (plain.compareTo(min) >= 0 && plain.compareTo(max) <= 0 && plain.scale() <= 6) return plain;
        fault(key, "out-of-range", expected);
        return max;
    }

    /** Thai and English always, any other language of the framework where it is there. */
    Map<String, String> texts(String key, Collection<String> languages) {
        var value = value(key, JsonNode::isObject, "texts in th and en");
        if (value == null) return Map.of();
        return new Place(value, pointer + Fault.step(key), findings).texts(languages, value.propertyNames());
    }

    private Map<String, String> texts(Collection<String> languages, Collection<String> written) {
        var texts = new LinkedHashMap<String, String>();
        for (var language : written)
            if (!languages.contains(language)) fault(language, "unknown-language", List.copyOf(languages));
        for (var language : languages)
            if (Languages.REQUIRED.contains(language) || has(language)) texts.put(language, line(language));
        return texts;
    }

    /** Words people read. */
    String line(String key) {
        var text = word(key);
        if (has(key) && text.isBlank() && node.get(key).isString()) fault(key, "blank", "a text");
        if (text.length() > LONGEST_TEXT) fault(key, "too-long", "at most " + LONGEST_TEXT + " characters");
        return text;
    }

    Map<String, String> textsIfAny(String key, Collection<String> languages) {
        return has(key) ? texts(key, languages) : Map.of();
    }

    List<Map<String, String>> manyTexts(String key, Collection<String> languages) {
        if (!has(key)) return List.of();
        return entries(key, 1, (value, at) -> new Place(value, at, findings).texts(languages, value.propertyNames()));
    }

    <T> List<T> list(String key, int min, Function<Place, T> reading) {
        return entries(key, min, (value, at) -> reading.apply(new Place(value, at, findings)));
    }

    <T> List<T> listIfAny(String key, Function<Place, T> reading) {
        return has(key) ? list(key, 0, reading) : List.of();
    }

    List<Integer> integers(String key, int size, int min, int max) {
        return entries(key, size, (value, at) -> {
            boolean good = value.isIntegralNumber() && within(value.bigIntegerValue(), min, max);
            if (!good)
                findings.add(at, "out-of-range", "a whole number from %d to %d".formatted(min, max), shown(value));
            return good ? value.intValue() : min;
        });
    }

    List<String> words(String key) {
        return entries(key, 1, (value, at) -> {
            if (!value.isString()) findings.add(at, "wrong-kind", "a text", shown(value));
            return value.isString() ? value.stringValue() : "";
        });
    }

    private interface Entry<T> {
        T read(JsonNode value, String pointer);
    }

    private <T> List<T> entries(String key, int min, Entry<T> reading) {
        var all = new ArrayList<T>();
        var value = value(key, JsonNode::isArray, "a list");
        if (value == null) return all;
        if (value.size() < min) fault(key, "too-few", "at least " + min);
        for (var each : value.values()) all.add(reading.read(each, pointer + Fault.step(key) + "/" + all.size()));
        return all;
    }

    /** Only shares that could all be read are summed, so that one fault is not told twice. */
    <T> List<T> sharing(String key, Function<Place, T> reading, Function<T, BigDecimal> weight) {
        int before = findings.count();
        var all = list(key, 1, reading);
        var sum = all.stream().map(weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean read = findings.noneAbout("weight", before);
        if (read && !all.isEmpty() && sum.compareTo(BigDecimal.ONE) != 0)
            findings.add(pointer + Fault.step(key), "weights-sum", "1", sum.toPlainString());
        return all;
    }
}
