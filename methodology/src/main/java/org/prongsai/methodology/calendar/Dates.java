package org.prongsai.methodology.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Calendar dates as people write them: Christian era everywhere, Buddhist era too in imported files. */
public final class Dates {
    public static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    public static final String EXPECTED = "a date as 2024-09-30 (or 2567-09-30 or 30 กันยายน 2567 in an import)";
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern THAI = Pattern.compile("(\\d{1,2})\\s+([ก-๙.]+)\\s+(?:พ\\.ศ\\.\\s*)?(\\d{4})");
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int ERA = 543;
    private static final int BUDDHIST_FROM = 2400;

    private Dates() {}

    /** An ISO date of the Christian era; a Buddhist year is refused, not guessed. */
    public static LocalDate iso(String text) {
        var parts = DATE.matcher(text.strip());
        if (!parts.matches()) throw unreadable(text);
        int year = number(parts.group(1));
        if (buddhist(year)) throw new DateTimeException("%s is a Buddhist year; write %d".formatted(text, year - ERA));
        return date(year, number(parts.group(2)), number(parts.group(3)), text);
    }

    /** As {@link #iso}, and years from 2400 on are Buddhist; a Thai date with its month in words is Buddhist by itself. */
    public static LocalDate imported(String text) {
        var digits = arabic(text.strip());
        var iso = DATE.matcher(digits);
        if (iso.matches()) return date(number(iso.group(1)), number(iso.group(2)), number(iso.group(3)), text);
        var thai = THAI.matcher(digits);
        if (!thai.matches()) throw unreadable(text);
        int month = ThaiMonth.number(thai.group(2)).orElseThrow(() -> unreadable(text));
        int year = number(thai.group(3));
        if (!buddhist(year)) throw new DateTimeException("no Buddhist year in \"" + text + "\"");
        return date(year, month, number(thai.group(1)), text);
    }

    /** Whether an imported date is written in the Buddhist era. */
    public static boolean buddhist(String text) {
        return imported(text).getYear() != leadingYear(text);
    }

    private static int leadingYear(String text) {
        var iso = DATE.matcher(arabic(text.strip()));
        return iso.matches() ? number(iso.group(1)) : 0;
    }

    /** Whether nobody can mean this year in the Christian era. */
    private static boolean buddhist(int year) {
        return year >= BUDDHIST_FROM;
    }

    public static int buddhistYear(LocalDate date) {
        return date.getYear() + ERA;
    }

    /** As people read it: 30 กันยายน 2567 in Thai, 30 September 2024 in every other language. */
    public static String printed(LocalDate date, String language) {
        if (!language.equals("th")) return ENGLISH.format(date);
        return "%d %s %d".formatted(date.getDayOfMonth(), ThaiMonth.name(date.getMonthValue()), buddhistYear(date));
    }

    private static DateTimeException unreadable(String text) {
        return new DateTimeException("expected " + EXPECTED + ", got \"" + text + "\"");
    }

    // The year is converted before the day is checked: 2567-02-29 exists, since 2024 is a leap year.
    private static LocalDate date(int written, int month, int day, String text) {
        int year = buddhist(written) ? written - ERA : written;
        if (year < 1850 || year > 2200) throw new DateTimeException("no plausible year in \"" + text + "\"");
        return LocalDate.of(year, month, day);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static String arabic(String text) {
        var digits = new StringBuilder(text);
        for (int i = 0; i < digits.length(); i++)
            if (digits.charAt(i) >= '๐' && digits.charAt(i) <= '๙')
                digits.setCharAt(i, (char) ('0' + digits.charAt(i) - '๐'));
        return digits.toString();
    }
}
