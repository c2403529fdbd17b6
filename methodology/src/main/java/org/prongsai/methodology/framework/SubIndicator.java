package org.prongsai.methodology.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A group of items that together weigh as much as any other group of their indicator. */
public record SubIndicator(
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String provenance,
        List<Item> items) {
    public SubIndicator {
        title = Absent.texts(title);
        items = Absent.list(items);
    }
}
