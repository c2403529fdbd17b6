package org.prongsai.scoring.score;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.score.Estimate;

/**
 * What of a score stands in columns of its own, for lists to be sorted, filtered and summed up by; it follows from the
 * score.
 *
 * @param instruments scores that are shown, by code; indicators likewise
 * @param hidden codes of indicators whose scores are kept back, separated by blanks; null if there are none
 */
record Columns(
        @Nullable String adequacy,
        @Nullable BigDecimal total,
        @Nullable BigDecimal error,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable String spread,
        @Nullable String level,
        @Nullable String leftOut,
        Map<String, BigDecimal> instruments,
        Map<String, BigDecimal> indicators,
        @Nullable String hidden) {

    private static final Columns NONE =
            new Columns(null, null, null, null, null, null, null, null, Map.of(), Map.of(), null);

    static Columns of(@Nullable Score score) {
        if (score == null) return NONE;
        var total = score.total();
        var level = score.level();
        return new Columns(
                score.adequacy().code(),
                total == null ? null : total.score(),
                total == null ? null : total.standardError(),
                bound(total, 0),
                bound(total, 1),
                total == null ? null : total.spread().code(),
                level == null ? null : level.code(),
                LeftOut.of(score),
                score.shownInstruments(),
                score.shownIndicators(),
                score.hiddenIndicators());
    }

    private static @Nullable BigDecimal bound(@Nullable Estimate total, int end) {
        var interval = total == null ? null : total.interval();
        return interval == null ? null : interval.get(end);
    }
}
