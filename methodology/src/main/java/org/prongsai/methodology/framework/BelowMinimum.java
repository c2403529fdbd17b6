package org.prongsai.methodology.framework;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;

/** What becomes of an instrument that was answered, but by fewer people than the sample rule asks for. */
public enum BelowMinimum {
    SCORE_WITH_FLAG("score-with-flag"),
    NO_SCORE("no-score"),
    ZERO("zero");

    private final String code;

    BelowMinimum(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    @JsonCreator
    public static BelowMinimum of(String code) {
        return Arrays.stream(values())
                .filter(rule -> rule.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("belowMinimum is one of " + codes() + ", not " + code));
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(BelowMinimum::code).toList();
    }
}
