package org.prongsai.scoring.subtree;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How scores are spread. A quartile that falls between two scores lies between them in proportion.
 *
 * @param units how many have the score
 */
public record Distribution(
        int units,
        @Nullable BigDecimal min,
        @Nullable BigDecimal lowerQuartile,
        @Nullable BigDecimal median,
        @Nullable BigDecimal upperQuartile,
        @Nullable BigDecimal max,
        @Nullable BigDecimal mean) {
    private static final int QUARTERS = 4;

    static Distribution of(List<BigDecimal> scores, int places) {
        var sorted = scores.stream().sorted().toList();
        return new Distribution(
                sorted.size(),
                quartile(sorted, 0, places),
                quartile(sorted, 1, places),
                quartile(sorted, 2, places),
                quartile(sorted, 3, places),
                quartile(sorted, QUARTERS, places),
                mean(sorted, places).orElse(null));
    }

    static Optional<BigDecimal> mean(List<BigDecimal> scores, int places) {
        return scores.stream()
                .reduce(BigDecimal::add)
                .map(sum -> sum.divide(BigDecimal.valueOf(scores.size()), places, RoundingMode.HALF_UP));
    }

    private static @Nullable BigDecimal quartile(List<BigDecimal> sorted, int quarter, int places) {
        if (sorted.isEmpty()) return null;
        int place = (sorted.size() - 1) * quarter;
        var below = sorted.get(place / QUARTERS);
        var above = sorted.get(Math.min(sorted.size() - 1, place / QUARTERS + 1));
        var share = BigDecimal.valueOf(place % QUARTERS);
        return above.subtract(below)
                .multiply(share)
                .divide(BigDecimal.valueOf(QUARTERS))
                .add(below)
                .setScale(places, RoundingMode.HALF_UP);
    }
}
