package org.prongsai.methodology.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One answer a respondent can tick; without a value ("don't know") it is left out of every mean. */
public record Option(
        String code,
        Map<String, String> label,
        @Nullable Integer value,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String provenance) {
    public Option {
        label = Absent.texts(label);
    }

    public Option(String code, Map<String, String> label, @Nullable Integer value) {
        this(code, label, value, null);
    }
}
