package org.prongsai.scoring.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.score.Grade;

/**
 * What the authority published of an agency, to be laid beside a score and never mixed into it.
 *
 * @param fiscalYear Buddhist era
 * @param level in the words of its year
 * @param source where it can be read
 * @param retrieved the day somebody read it there
 */
public record Official(
        int fiscalYear,
        BigDecimal total,
        @Nullable Grade level,
        String source,
        @Nullable LocalDate retrieved) {

    /** The result of one year, and the newest one of a year before. */
    public record Pair(
            @Nullable Official official, @Nullable Official earlier) {
        public static final Pair NONE = new Pair(null, null);

        /** From the newest results that are no later than the year, newest first. */
        static Pair of(List<OfficialResult> results, int fiscalYear) {
            return new Pair(
                    first(results, fiscalYear, true).orElse(null),
                    first(results, fiscalYear, false).orElse(null));
        }

        private static Optional<Official> first(List<OfficialResult> results, int fiscalYear, boolean same) {
            return results.stream()
                    .filter(each -> (each.fiscalYear() == fiscalYear) == same)
                    .findFirst()
                    .map(Official::of);
        }
    }

    private static Official of(OfficialResult result) {
        var level = result.level() == null
                ? null
                : Scale.grade(result.fiscalYear(), result.level()).orElse(null);
        return new Official(result.fiscalYear(), result.total(), level, result.source(), result.retrieved());
    }
}
