package org.prongsai.methodology.framework;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One answer a respondent can tick; without a value ("don't know") it is left out of every mean. */
public record Option(
        String code, Map<String, String> label, @Nullable Integer value) {
    public Option {
        label = Absent.texts(label);
    }
}
