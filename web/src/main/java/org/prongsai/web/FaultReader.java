package org.prongsai.web;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Reads out of Jackson's exception what is wrong with a body, told by pointer in the client's terms instead of ours. */
public final class FaultReader {
    private static final Map<Class<?>, String> WORDS = Map.of(
            LocalDate.class, "a date like 2027-01-31",
            Instant.class, "an instant like 2027-01-31T00:00:00Z",
            String.class, "a text",
            TextReader.class, "a text without control characters",
            Boolean.class, "true or false",
            boolean.class, "true or false");
    private static final Set<Class<?>> WHOLE =
            Set.of(Integer.class, int.class, Long.class, long.class, Short.class, short.class, BigInteger.class);

    private FaultReader() {}

    public static Fault of(JacksonException error) {
        return switch (error) {
            case UnrecognizedPropertyException unknown ->
                new Fault(pointer(unknown), "unknown-field", known(unknown), unknown.getPropertyName());
            case InvalidNullException empty -> new Fault(pointer(empty), "missing", word(empty.getTargetType()), null);
            case InvalidFormatException wrong ->
                new Fault(pointer(wrong), "wrong-value", word(wrong.getTargetType()), String.valueOf(wrong.getValue()));
            case MismatchedInputException wrong -> mismatch(wrong);
            case StreamReadException broken -> BrokenJson.fault(broken);
            case StreamConstraintsException excess -> BrokenJson.beyond(pointer(excess));
            default -> new Fault(pointer(error), "wrong-value", null, null);
        };
    }

    /** Jackson has no type of its own for what follows a document, only a sentence. */
    private static Fault mismatch(MismatchedInputException wrong) {
        return wrong.getOriginalMessage().startsWith("Trailing token")
                ? new Fault("", "more-than-one", "one JSON document", null)
                : new Fault(pointer(wrong), "wrong-type", word(wrong.getTargetType()), null);
    }

    private static String pointer(JacksonException error) {
        var pointer = new StringBuilder();
        for (var step : error.getPath()) {
            var name = step.getPropertyName();
            pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : escape(name));
        }
        return pointer.toString();
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static List<String> known(UnrecognizedPropertyException unknown) {
        var known = unknown.getKnownPropertyIds();
        return known == null
                ? List.of()
                : known.stream().map(String::valueOf).sorted().toList();
    }

    private static Object word(Class<?> type) {
        if (type == null) return "another type";
        if (type.isEnum())
            return Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
        if (WORDS.containsKey(type)) return WORDS.getOrDefault(type, "");
        if (WHOLE.contains(type)) return "a whole number";
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) return "a number";
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
    }
}
