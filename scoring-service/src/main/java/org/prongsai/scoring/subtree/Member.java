package org.prongsai.scoring.subtree;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.score.Estimate;
import org.prongsai.methodology.score.Spread;

/**
 * What a unit adds to its subtree.
 *
 * @param branch the agency right below the parent on the way to the unit, null where the unit is the parent itself
 * @param low where its total's interval begins, null where it has none
 * @param spread what the interval rests on, or why there is none
 * @param leftOut why it has no total
 * @param scores as {@link Column#all} lists them, null where there is none to show
 */
record Member(
        String agency,
        @Nullable String branch,
        @Nullable BigDecimal total,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        Spread spread,
        @Nullable String level,
        @Nullable String leftOut,
        List<@Nullable BigDecimal> scores) {

    boolean shown() {
        return total != null;
    }

    /** Of a unit that is shown, for its rank. */
    Estimate estimate() {
        var interval = low == null || high == null ? null : List.of(low, high);
        return new Estimate(Objects.requireNonNull(total), null, interval, spread);
    }
}
