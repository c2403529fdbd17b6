package org.prongsai.methodology.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way of collecting an instrument's answers and its share of the instrument; open means anybody may answer,
 * without invitation.
 */
public record Part(
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String provenance,
        BigDecimal weight,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean open) {
    public Part {
        title = Absent.texts(title);
    }
}
