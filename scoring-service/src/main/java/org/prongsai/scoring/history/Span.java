package org.prongsai.scoring.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.prongsai.methodology.calendar.FiscalYear;
import org.prongsai.web.Rejection;

/**
 * Which agencies can have a result of which years, and until when it can have been read. When an agency began is no bound:
 * that day is provisional.
 *
 * @param today in Bangkok; a later year has no results yet, and on a later day nobody has read any
 * @param lastDays of every agency that is known, empty while it exists
 */
record Span(LocalDate today, Map<String, Optional<LocalDate>> lastDays) {

    List<Rejection> refuse(ResultRow row) {
        return Stream.of(unknown(row), future(row), ended(row), unread(row))
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
        int present = FiscalYear.of(today).year();
        if (year <= present) return Optional.empty();
        return Optional.of(year(row, "future", "not after %d, the present one".formatted(present)));
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

    private Optional<Rejection> unread(ResultRow row) {
        return Optional.ofNullable(row.result().retrieved())
                .filter(day -> day.isAfter(today))
                .map(day -> new Rejection(
                        row.line(), "retrieved", "future", "today or earlier; today is " + today, day.toString()));
    }

    private static Rejection year(ResultRow row, String reason, String expected) {
        var actual = String.valueOf(row.result().fiscalYear());
        return new Rejection(row.line(), "fiscal_year", reason, expected, actual);
    }
}
