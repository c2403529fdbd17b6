package org.prongsai.methodology.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A survey in parts, or a disclosure check whose items assessors mark. */
public record Instrument(
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String provenance,
        BigDecimal weight,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Part> parts,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> marks,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer unfiled,
        List<Indicator> indicators) {
    public Instrument {
        title = Absent.texts(title);
        parts = Absent.list(parts);
        marks = Absent.list(marks);
        indicators = Absent.list(indicators);
    }

    /** The same instrument over these indicators. */
    public Instrument asking(List<Indicator> others) {
        return new Instrument(code, title, provenance, weight, parts, marks, unfiled, others);
    }

    /** Marked by assessors rather than answered by people. */
    public boolean marked() {
        return !marks.isEmpty();
    }

    public Optional<Part> part(String part) {
        return parts.stream().filter(each -> each.code().equals(part)).findFirst();
    }

    public Optional<Indicator> indicator(String indicator) {
        return indicators.stream().filter(each -> each.code().equals(indicator)).findFirst();
    }

    public List<Item> items() {
        return indicators.stream().flatMap(each -> each.allItems().stream()).toList();
    }

    public Optional<Item> item(String item) {
        return items().stream().filter(each -> each.code().equals(item)).findFirst();
    }
}
