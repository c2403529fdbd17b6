package org.prongsai.methodology.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/** A stretch of time from an instant up to, and without, another; a date as its end lasts until 24:00 in Bangkok. */
public record Window(Instant from, Instant to) {
    public Window {
        if (!from.isBefore(to)) throw new DateTimeException("a window from " + from + " that ends at " + to);
    }

    /** Dates (Christian era) or instants with an offset, as the API takes them. */
    public static Window of(String from, String to) {
        return new Window(instant(from, Dates::iso, 0), instant(to, Dates::iso, 1));
    }

    /** As {@link #of}, with Buddhist years too; both ends in the same era, since one of two is a slip. */
    public static Window imported(String from, String to) {
        if (buddhist(from) != buddhist(to))
            throw new DateTimeException(
                    "from %s to %s mixes Buddhist and Christian years: write both in one era".formatted(from, to));
        return new Window(instant(from, Dates::imported, 0), instant(to, Dates::imported, 1));
    }

    /** An instant is always of the Christian era. */
    private static boolean buddhist(String text) {
        return !text.contains("T") && Dates.buddhist(text);
    }

    /** When a date begins in Bangkok, or the instant itself. */
    static Instant instant(String text) {
        return instant(text, Dates::iso, 0);
    }

    private static Instant instant(String text, Function<String, LocalDate> date, int daysAfter) {
        if (!text.contains("T"))
            return date.apply(text)
                    .plusDays(daysAfter)
                    .atStartOfDay(Dates.BANGKOK)
                    .toInstant();
        try {
            return plausible(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException wrong) {
            throw new DateTimeException("expected an instant as 2024-09-30T17:00:00Z, got \"" + text + "\"", wrong);
        }
    }

    private static Instant plausible(Instant instant) {
        Dates.iso(instant.atZone(Dates.BANGKOK).toLocalDate().toString());
        return instant;
    }

    public boolean contains(Instant now) {
        return !now.isBefore(from) && now.isBefore(to);
    }

    public boolean over(Instant now) {
        return !now.isBefore(to);
    }

    public boolean ahead(Instant now) {
        return now.isBefore(from);
    }

    /** The last day on which it is open somewhere in the day, in Bangkok: what people call its end. */
    public LocalDate lastDay() {
        return to.minusNanos(1).atZone(Dates.BANGKOK).toLocalDate();
    }
}
