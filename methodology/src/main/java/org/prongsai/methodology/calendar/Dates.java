package org.prongsai.methodology.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calendar dates as people write them: Christian era everywhere, Buddhist era too in imported files. */
public final class Dates {
    public static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    public static final String EXPECTED = "a date as 2024-09-30 (or 2567-09-30 in an import)";
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final int ERA = 543;
    private static final int BUDDHIST_FROM = 2400;

    private Dates() {}

    /** An ISO date of the Christian era; a Buddhist year is refused, not guessed. */
    public static LocalDate iso(String text) {
        var parts = parts(text);
        int year = number(parts, 1);
        if (buddhist(year)) throw new DateTimeException("%s is a Buddhist year; write %d".formatted(text, year - ERA));
        return date(parts, year, text);
    }

    /** As {@link #iso}, and years from 2400 on are Buddhist. */
    public static LocalDate imported(String text) {
        var parts = parts(text);
        int year = number(parts, 1);
        return date(parts, buddhist(year) ? year - ERA : year, text);
    }

    /** Whether nobody can mean this year in the Christian era. */
    public static boolean buddhist(int year) {
        return year >= BUDDHIST_FROM;
    }

    public static int buddhistYear(LocalDate date) {
        return date.getYear() + ERA;
    }

    private static Matcher parts(String text) {
        var parts = DATE.matcher(text.strip());
        if (!parts.matches()) throw new DateTimeException("expected " + EXPECTED + ", got \"" + text + "\"");
        return parts;
    }

    // The year is converted before the day is checked: 2567-02-29 exists, since 2024 is a leap year.
    private static LocalDate date(Matcher parts, int year, String text) {
        if (year < 1850 || year > 2200) throw new DateTimeException("no plausible year in \"" + text + "\"");
        return LocalDate.of(year, number(parts, 2), number(parts, 3));
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
