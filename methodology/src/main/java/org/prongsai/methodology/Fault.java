package org.prongsai.methodology;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with what was sent: where it is, which rule it breaks, what would be right and what was found.
 *
 * @param pointer JSON pointer (RFC 6901) into what was sent
 * @param line where it stands in a file, from 1; null where there is no file
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        String pointer,
        String reason,
        @Nullable Object expected,
        @Nullable Object actual,
        @Nullable Integer line) {

    public Fault(String pointer, String reason, @Nullable Object expected, @Nullable Object actual) {
        this(pointer, reason, expected, actual, null);
    }

    public static Fault of(String pointer, String reason) {
        return new Fault(pointer, reason, null, null);
    }

    /** In a line for people: where, which rule, what would be right and what was found. */
    public String said() {
        var place = pointer.isEmpty() ? "" : pointer + ": ";
        return place
                + reason
                + (expected == null ? "" : ", expected " + expected)
                + (actual == null ? "" : ", found " + actual);
    }

    /** One step of a JSON pointer (RFC 6901). */
    public static String step(String key) {
        return "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
