package org.prongsai.methodology.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One numbered thing a disclosure must show, some of them as of a fixed date. */
public record Element(
        String code,
        Map<String, String> text,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String provenance,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate asOf) {
    public Element {
        text = Absent.texts(text);
    }
}
