package org.prongsai.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request: where (JSON pointer, {@code ?parameter} or {@code Header:}), why, and what would have been right.
 *
 * @param line where it stands in a file that people wrote, from 1; null elsewhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        String pointer,
        String reason,
        @Nullable Object expected,
        @Nullable Object actual,
        @Nullable Integer line) {
    static final int SHOWN = 200;

    /** What a client sent is quoted so that it is known again, not sent back whole. */
    public Fault {
        if (actual instanceof String text) actual = shown(text);
    }

    public Fault(String pointer, String reason, @Nullable Object expected, @Nullable Object actual) {
        this(pointer, reason, expected, actual, null);
    }

    public static Fault of(String pointer, String reason) {
        return new Fault(pointer, reason, null, null);
    }

    private static String shown(String text) {
        if (text.codePointCount(0, text.length()) <= SHOWN) return text;
        return text.substring(0, text.offsetByCodePoints(0, SHOWN - 1)) + "…";
    }
}
