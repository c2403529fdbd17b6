package org.prongsai.scoring.history;

import java.util.regex.Pattern;

/**
 * A Buddhist fiscal year as somebody wrote it.
 *
 * @param year 0 where it is none
 * @param wrong what is wrong with it, empty where nothing is
 */
record YearText(int year, String wrong, String expected) {
    static final String EXPECTED = "a Buddhist fiscal year, 2540 to 2700";
    private static final int FIRST = 2540;
    private static final int LAST = 2700;
    private static final int ERA = 543;
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    static YearText of(String text) {
        int year = YEAR.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (FIRST <= year && year <= LAST) return new YearText(year, "", EXPECTED);
        if (FIRST <= year + ERA && year + ERA <= LAST)
            return new YearText(0, "christian-year", "the Buddhist year, " + (year + ERA));
        return new YearText(0, "bad-fiscal-year", EXPECTED);
    }

    boolean readable() {
        return wrong.isEmpty();
    }
}
