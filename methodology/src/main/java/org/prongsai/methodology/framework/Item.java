package org.prongsai.methodology.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** What is asked (options, or sub-items with options) or what must be disclosed (elements). */
public record Item(
        String code,
        Map<String, String> text,
        String provenance,
        List<SubItem> subItems,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Option> options,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Element> elements,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> guidance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> legalBasis) {
    public Item {
        text = Absent.texts(text);
        subItems = Absent.list(subItems);
        options = Absent.list(options);
        elements = Absent.list(elements);
        guidance = Absent.texts(guidance);
        legalBasis = Absent.texts(legalBasis);
    }
}
