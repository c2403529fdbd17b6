package org.prongsai.methodology.score;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What of a part's answers anybody may see, so that no small group gives its members away; from nothing to everything. */
public enum Visibility {
    HIDDEN,
    SCORE,
    INDICATORS,
    OPTIONS;

    private static final int INDICATORS_FROM = 10;
    private static final int OPTIONS_FROM = 30;

    public static Visibility of(long responses, int k) {
        if (responses < k || responses == 0) return HIDDEN;
        if (responses < INDICATORS_FROM) return SCORE;
        return responses < OPTIONS_FROM ? INDICATORS : OPTIONS;
    }

    /** How many must have answered for this much to be shown. */
    public long from(int k) {
        return switch (this) {
            case HIDDEN -> 0;
            case SCORE -> k;
            case INDICATORS -> Math.max(k, INDICATORS_FROM);
            case OPTIONS -> Math.max(k, OPTIONS_FROM);
        };
    }

    public boolean showsScore() {
        return this != HIDDEN;
    }

    /** Exact indicator sums, and which three items are weakest, without their values. */
    public boolean showsIndicators() {
        return compareTo(INDICATORS) >= 0;
    }

    public boolean showsOptions() {
        return this == OPTIONS;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
