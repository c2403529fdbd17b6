package org.prongsai.methodology.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of an item that is asked by itself; its code is the item's with a suffix, as in {@code i11.2}. */
public record SubItem(
        String code,
        Map<String, String> text,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String provenance,
        List<Option> options) {
    public SubItem {
        text = Absent.texts(text);
        options = Absent.list(options);
    }
}
