package org.prongsai.methodology.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rounded score with its sampling error, if answers are honest: standard error and 95 % interval, both absent
 * where the spread says why.
 */
public record Estimate(
        BigDecimal score,
        @Nullable BigDecimal standardError,
        @Nullable List<BigDecimal> interval,
        Spread spread) {
    private static final double NINETY_FIVE = 1.96;

    static Estimate of(Ratio score, Uncertainty uncertainty, int places) {
        if (!uncertainty.known()) return new Estimate(score.rounded(places), null, null, uncertainty.spread());
        double error = Math.sqrt(uncertainty.variance());
        double middle = score.approximate();
        return new Estimate(
                score.rounded(places),
                rounded(error, places),
                List.of(
                        rounded(Math.max(0, middle - NINETY_FIVE * error), places),
                        rounded(Math.min(100, middle + NINETY_FIVE * error), places)),
                uncertainty.spread());
    }

    private static BigDecimal rounded(double number, int places) {
        return BigDecimal.valueOf(number).setScale(places, RoundingMode.HALF_UP);
    }
}
