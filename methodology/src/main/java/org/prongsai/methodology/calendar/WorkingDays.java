package org.prongsai.methodology.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Counts the days on which offices work: Monday to Friday without holidays. A year whose holidays are not known is refused, since a
 * deadline guessed too early takes a right away.
 */
public record WorkingDays(Holidays holidays) {
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    public boolean works(LocalDate day) {
        if (!holidays.known(day))
            throw new DateTimeException("the holidays of %d (B.E. %d) are not known; import their file first"
                    .formatted(day.getYear(), Dates.buddhistYear(day)));
        return !WEEKEND.contains(day.getDayOfWeek()) && holidays.on(day).isEmpty();
    }

    /** The n-th working day after a day, which is not counted itself; n from 1. */
    public LocalDate after(LocalDate day, int n) {
        if (n < 1) throw new IllegalArgumentException("a number of working days from 1, not " + n);
        return Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
                .filter(this::works)
                .skip(n - 1L)
                .findFirst()
                .orElseThrow();
    }

    /** The day itself if it is a working day, else the next one. */
    public LocalDate onOrAfter(LocalDate day) {
        return works(day) ? day : after(day, 1);
    }

    /** How many working days lie from one day up to, and without, another. */
    public long between(LocalDate from, LocalDate to) {
        return from.datesUntil(to).filter(this::works).count();
    }
}
