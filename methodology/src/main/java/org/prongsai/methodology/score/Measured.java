package org.prongsai.methodology.score;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.tally.Tally;

/**
 * What one part of a survey says: how many answered and the exact mean of each indicator that anybody gave a value.
 *
 * @param tally null where only indicator sums were published
 */
public record Measured(
        String instrument,
        String part,
        long responses,
        Map<String, Ratio> indicators,
        @Nullable Tally tally) {

    public static Measured of(Instrument instrument, String part, Tally tally) {
        var means = new LinkedHashMap<String, Ratio>();
        for (var indicator : instrument.indicators())
            Shares.of(indicator, tally).mean(tally).ifPresent(mean -> means.put(indicator.code(), mean));
        return new Measured(instrument.code(), part, tally.respondents(), means, tally);
    }

    /** From published indicator sums: a score follows, its error does not. */
    public static Measured ofSums(String instrument, String part, long responses, Map<String, Ratio> indicators) {
        return new Measured(instrument, part, responses, indicators, null);
    }
}
