package org.prongsai.web;

import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;

/** What is wrong with a text that stops being JSON, or being JSON we can hold, before anybody could understand it. */
final class BrokenJson {
    private static final Pattern VALUE = Pattern.compile("\\(([^)]*)\\)");

    private BrokenJson() {}

    static Fault fault(StreamReadException broken) {
        var context = broken.processor() instanceof JsonParser parser ? parser.streamReadContext() : null;
        var pointer = context == null ? "" : context.pathAsPointer().toString();
        if (broken instanceof InputCoercionException wide)
            return new Fault(pointer, "out-of-range", range(wide.getTargetType()), value(wide));
        // Jackson has no type of its own for this, only a sentence.
        if (context != null && broken.getOriginalMessage().startsWith("Duplicate"))
            return new Fault(pointer, "duplicate-key", "each key once", context.currentName());
        return new Fault(pointer, "malformed", "JSON", place(broken));
    }

    static Fault beyond(String pointer) {
        var limits = StreamReadConstraints.defaults();
        var expected = "at most %d levels, keys of %d characters and numbers of %d"
                .formatted(limits.getMaxNestingDepth(), limits.getMaxNameLength(), limits.getMaxNumberLength());
        return new Fault(pointer, "beyond-limits", expected, null);
    }

    private static String range(Class<?> type) {
        var whole = type == int.class || type == Integer.class;
        return "a whole number from %d to %d"
                .formatted(whole ? Integer.MIN_VALUE : Long.MIN_VALUE, whole ? Integer.MAX_VALUE : Long.MAX_VALUE);
    }

    /** Long numbers are told by their length, as Jackson does. */
    private static String value(InputCoercionException wide) {
        var value = VALUE.matcher(wide.getOriginalMessage());
        return value.find() ? value.group(1) : "";
    }

    private static String place(StreamReadException broken) {
        var place = broken.getLocation();
        return place == null ? "" : "line " + place.getLineNr() + ", column " + place.getColumnNr();
    }
}
