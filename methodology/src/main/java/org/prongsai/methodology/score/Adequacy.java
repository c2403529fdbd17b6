package org.prongsai.methodology.score;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Locale;

/** Whether there is enough to judge by, best first. */
public enum Adequacy {
    SUFFICIENT,
    INSUFFICIENT,
    NO_DATA;

    static Adequacy of(long found, long needed) {
        if (found == 0) return NO_DATA;
        return found < needed ? INSUFFICIENT : SUFFICIENT;
    }

    static Adequacy worst(Collection<Adequacy> all) {
        return all.stream().max(Enum::compareTo).orElse(NO_DATA);
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static Adequacy of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
