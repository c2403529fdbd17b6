package org.prongsai.methodology.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What is asked (options, or sub-items with options) or what must be disclosed (elements).
 *
 * @param provenance where the wording of {@code text} comes from: {@code official, verified} or {@code provisional}
 * @param provenances the same for {@code guidance, examples} and {@code legalBasis} where it is another one
 * @param examples what would show an element, in a sentence each
 */
public record Item(
        String code,
        Map<String, String> text,
        String provenance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> provenances,
        List<SubItem> subItems,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Option> options,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Element> elements,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> guidance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Map<String, String>> examples,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> legalBasis) {
    public Item {
        text = Absent.texts(text);
        subItems = Absent.list(subItems);
        options = Absent.list(options);
        elements = Absent.list(elements);
        provenances = Absent.words(provenances);
        guidance = Absent.texts(guidance);
        examples = Absent.list(examples).stream().map(Absent::texts).toList();
        legalBasis = Absent.texts(legalBasis);
    }
}
