package org.prongsai.methodology.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A Thai fiscal year: 2567 is 1 October 2566 (2023) to 30 September 2567 (2024).
 *
 * @param year Buddhist era, 2400 to 2743
 */
public record FiscalYear(int year) implements Comparable<FiscalYear> {
    private static final int ERA = 543;
    private static final int OCTOBER = 10;

    public FiscalYear {
        if (year < 2400 || year > 2743)
            throw new DateTimeException("a fiscal year of the Buddhist era, as 2567, not " + year);
    }

    /** The one a day lies in. */
    public static FiscalYear of(LocalDate day) {
        return new FiscalYear(Dates.buddhistYear(day) + (day.getMonthValue() >= OCTOBER ? 1 : 0));
    }

    public LocalDate first() {
        return LocalDate.of(year - ERA - 1, OCTOBER, 1);
    }

    public LocalDate last() {
        return LocalDate.of(year - ERA, OCTOBER - 1, 30);
    }

    public boolean contains(LocalDate day) {
        return of(day).equals(this);
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(year, other.year);
    }
}
