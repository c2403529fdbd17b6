package org.prongsai.methodology.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happens in a round, in this order. */
public enum Step {
    POPULATION,
    IIT,
    EIT,
    OIT,
    APPROVAL,
    MARKING,
    CLARIFICATION,
    CONFIRMATION,
    CERTIFICATION,
    PUBLICATION;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Step> find(String code) {
        return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
    }

    @JsonCreator
    public static Step of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no step " + code + ", only " + codes()));
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Step::code).toList();
    }
}
