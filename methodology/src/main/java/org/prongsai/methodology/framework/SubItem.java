package org.prongsai.methodology.framework;

import java.util.List;
import java.util.Map;

/** A part of an item that is asked by itself; its code is the item's with a suffix, as in {@code i11.2}. */
public record SubItem(String code, Map<String, String> text, List<Option> options) {
    public SubItem {
        text = Absent.texts(text);
        options = Absent.list(options);
    }
}
