package org.prongsai.methodology.score;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a standard error comes from, or why there is none; of several together the first in this order. */
public enum Spread {
    /** Some of the people answered, and not all alike. */
    SAMPLED,
    /** Some answered, and nothing varied: say "no spread, see signals", never "± 0.00". */
    NONE,
    /** Everybody answered: nothing was left to chance. */
    CENSUS,
    /** Set by a rule, not measured: too few answered, and the framework then says 0. */
    RULED,
    /** Marked, not sampled. */
    EXACT,
    /** Fewer than two answers, or published sums only. */
    UNKNOWN,
    /** So few answered that nothing but the score may be shown: that all of them answered alike would be told too. */
    HIDDEN;

    /** Whether chance had no part in it, so that the score alone says where it stands. */
    boolean exact() {
        return this == CENSUS || this == RULED || this == EXACT;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Spread of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
