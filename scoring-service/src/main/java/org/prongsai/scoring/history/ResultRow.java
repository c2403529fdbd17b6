package org.prongsai.scoring.history;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.calendar.Dates;
import org.prongsai.web.CsvLine;
import org.prongsai.web.CsvText;

/** One line of a file of results; notes every fault of it, and puts stand-ins where nothing can be read. */
record ResultRow(long line, OfficialResult result) {
    static final List<String> REQUIRED = List.of("agency", "fiscal_year", "total", "source");
    static final List<String> OPTIONAL = List.of("level", "retrieved", "note");

    /** For readers of the file; not taken. */
    static final List<String> PASSED_OVER = List.of("name_th", "name_en", "type", "level_as_published");

    private static final Pattern TOTAL = Pattern.compile("(100(\\.0{1,2})?|[0-9]{1,2}(\\.[0-9]{1,2})?)");
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cc}\\p{Zl}\\p{Zp}]{1,500}");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_SLUG = 64;
    private static final String EXPECTED_AGENCY = "an agency of the register";

    static ResultRow read(CsvLine cells) {
        int year = year(cells);
        var total = total(cells);
        return new ResultRow(
                cells.number(),
                new OfficialResult(
                        agency(cells),
                        year,
                        total.orElse(BigDecimal.ZERO),
                        level(cells, year, total),
                        words(cells, "source", CsvText.unguarded(cells.required("source", "where it was published"))),
                        retrieved(cells),
                        cells.text("note").isEmpty()
                                ? null
                                : words(cells, "note", CsvText.unguarded(cells.text("note")))));
    }

    /** Empty where nothing can be an agency's name, so that nobody looks it up. */
    private static String agency(CsvLine cells) {
        var slug = cells.required("agency", EXPECTED_AGENCY);
        if (slug.isEmpty()
                || slug.length() <= LONGEST_SLUG && SLUG.matcher(slug).matches()) return slug;
        cells.reject(
                "agency", "bad-agency", EXPECTED_AGENCY + ": small letters, digits and single hyphens, at most 64");
        return "";
    }

    private static int year(CsvLine cells) {
        var text = cells.required("fiscal_year", YearText.EXPECTED);
        var year = YearText.of(text);
        if (!text.isEmpty() && !year.readable()) cells.reject("fiscal_year", year.wrong(), year.expected());
        return year.year();
    }

    private static Optional<BigDecimal> total(CsvLine cells) {
        var expected = "0 to 100 with at most 2 decimals, as 87.32";
        var text = cells.required("total", expected);
        if (TOTAL.matcher(text).matches()) return Optional.of(new BigDecimal(text).setScale(2));
        if (!text.isEmpty()) cells.reject("total", "bad-total", expected);
        return Optional.empty();
    }

    /** An unreadable year has no scale to judge by, and an unreadable total has no level. */
    private static @Nullable String level(CsvLine cells, int year, Optional<BigDecimal> total) {
        var level = cells.text("level");
        if (level.isEmpty()) return null;
        if (year != 0 && Scale.grade(year, level).isEmpty()) {
            var codes = Scale.codes(year);
            cells.reject("level", "level-of-another-year", codes.isEmpty() ? "empty; no scale is known" : codes);
        } else if (year != 0) total.ifPresent(number -> fit(cells, level, number, Scale.fitting(year, number)));
        return level;
    }

    private static void fit(CsvLine cells, String level, BigDecimal total, List<String> fitting) {
        if (fitting.contains(level)) return;
        var actual = "%s with %s".formatted(level, total);
        cells.reject("level", "level-does-not-fit", fitting, actual);
    }

    private static String words(CsvLine cells, String column, String text) {
        if (!text.isEmpty() && !TEXT.matcher(text).matches())
            cells.reject(column, "bad-text", "one line of at most 500 characters");
        return text;
    }

    private static @Nullable LocalDate retrieved(CsvLine cells) {
        if (cells.text("retrieved").isEmpty()) return null;
        try {
            return Dates.imported(cells.text("retrieved"));
        } catch (DateTimeException unreadable) {
            cells.reject("retrieved", "bad-date", Dates.EXPECTED);
            return null;
        }
    }
}
