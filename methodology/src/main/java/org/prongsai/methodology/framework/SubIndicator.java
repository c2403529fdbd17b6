package org.prongsai.methodology.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** A group of items that together weigh as much as any other group of their indicator. */
public record SubIndicator(
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> title,
        List<Item> items) {
    public SubIndicator {
        title = Absent.texts(title);
        items = Absent.list(items);
    }
}
