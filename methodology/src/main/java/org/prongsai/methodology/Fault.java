package org.prongsai.methodology;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** One thing wrong with what was sent: where it is, which rule it breaks, what would be right and what was found. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        String pointer,
        String reason,
        @Nullable Object expected,
        @Nullable Object actual) {

    public static Fault of(String pointer, String reason) {
        return new Fault(pointer, reason, null, null);
    }

    /** One step of a JSON pointer (RFC 6901). */
    public static String step(String key) {
        return "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
