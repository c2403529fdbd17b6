package org.prongsai.scoring.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.score.Grade;

/**
 * A result of a year as it was published, here or by the authority.
 *
 * @param fiscalYear Buddhist era
 * @param agency who was assessed: the agency itself or one it came from
 * @param name what it was called on the last day of that year
 * @param predecessor how that one came before, null for the agency itself
 * @param kind {@code official}: taken from the authority; {@code platform}: assessed and published here
 * @param round of this platform, null for official ones
 * @param level in the words of its year
 * @param source where an official one was published
 * @param retrieved the day somebody read it there
 * @param synthetic made up, for demonstration
 */
record PublishedResult(
        int fiscalYear,
        String agency,
        Map<String, String> name,
        @Nullable Predecessor predecessor,
        String kind,
        @Nullable String round,
        @Nullable BigDecimal total,
        @Nullable Grade level,
        @Nullable String source,
        @Nullable LocalDate retrieved,
        boolean synthetic,
        @Nullable String note) {

    /**
     * That it came before another one.
     *
     * @param of the agency it came directly before
     * @param kind {@code merged} or {@code split}
     * @param since the day from which it is a predecessor
     */
    record Predecessor(String of, String kind, LocalDate since) {}

    static final int PLACE = 3;

    /** What decides between results that are sorted alike, newest year first. */
    List<String> place() {
        return List.of(String.valueOf(fiscalYear), agency, kind);
    }
}
