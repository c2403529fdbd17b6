package org.prongsai.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** One thing wrong with a request: where (JSON pointer, {@code ?parameter} or {@code Header:}), why, and what would have been right. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        String pointer,
        String reason,
        @Nullable Object expected,
        @Nullable Object actual) {

    public static Fault of(String pointer, String reason) {
        return new Fault(pointer, reason, null, null);
    }
}
