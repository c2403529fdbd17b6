package org.prongsai.methodology.form;

import java.util.List;
import java.util.Map;
import org.prongsai.methodology.framework.Option;

/** What a respondent is asked: an item, or its sub-item. */
public record Question(
        String code, String indicator, String item, Map<String, String> text, String provenance, List<Option> options) {

    public List<String> optionCodes() {
        return options.stream().map(Option::code).toList();
    }
}
