package org.prongsai.scoring.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.prongsai.methodology.calendar.FiscalYear;
import org.prongsai.web.Rejection;

/**
 * Which agencies can have a result of which years. When one began is no bound: that day is provisional.
 *
 * @param present the year that runs; a later one has no results
 * @param lastDays of every agency that is known, empty while it exists
 */
record Span(FiscalYear present, Map<String, Optional<LocalDate>> lastDays) {

    List<Rejection> refuse(ResultRow row) {
        return Stream.of(unknown(row), future(row), ended(row))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Rejection> unknown(ResultRow row) {
        var agency = row.result().agency();
        if (agency.isEmpty() || lastDays.containsKey(agency)) return Optional.empty();
        return Optional.of(new Rejection(row.line(), "agency", "unknown-agency", "an agency of the register", agency));
    }

    private Optional<Rejection> future(ResultRow row) {
        int year = row.result().fiscalYear();
        if (year <= present.year()) return Optional.empty();
        return Optional.of(year(row, "future", "not after %d, the present one".formatted(present.year())));
    }

    private Optional<Rejection> ended(ResultRow row) {
        int year = row.result().fiscalYear();
        if (year == 0) return Optional.empty();
        return lastDays.getOrDefault(row.result().agency(), Optional.empty())
                .filter(last -> new FiscalYear(year).first().isAfter(last))
                .map(last -> year(
                        row,
                        "after-end",
                        "not after %d; %s ended on %s"
                                .formatted(
                                        FiscalYear.of(last).year(), row.result().agency(), last)));
    }

    private static Rejection year(ResultRow row, String reason, String expected) {
        var actual = String.valueOf(row.result().fiscalYear());
        return new Rejection(row.line(), "fiscal_year", reason, expected, actual);
    }
}
