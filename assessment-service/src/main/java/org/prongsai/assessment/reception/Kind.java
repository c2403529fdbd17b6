package org.prongsai.assessment.reception;

import java.util.Arrays;
import java.util.Locale;

/** By what answers are counted apart; never by two of these at once. */
enum Kind {
    DAY,
    LANGUAGE,
    CAPACITY;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
