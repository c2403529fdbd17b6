package org.prongsai.methodology.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mean of its sub-indicators where it has any, else of its items. */
public record Indicator(
        String code,
        Map<String, String> title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String provenance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Item> items,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SubIndicator> subIndicators) {
    public Indicator {
        title = Absent.texts(title);
        items = Absent.list(items);
        subIndicators = Absent.list(subIndicators);
    }

    /** The items as the mean is taken: one group a sub-indicator, or one group in all. */
    public List<List<Item>> groups() {
        return subIndicators.isEmpty()
                ? List.of(items)
                : subIndicators.stream().map(SubIndicator::items).toList();
    }

    public List<Item> allItems() {
        return groups().stream().flatMap(List::stream).toList();
    }
}
