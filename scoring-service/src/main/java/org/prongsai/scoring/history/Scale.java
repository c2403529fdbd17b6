package org.prongsai.scoring.history;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.prongsai.methodology.score.Grade;

/** Which levels results had in which fiscal years (Buddhist era), the last one inclusive. */
record Scale(int from, int to, List<Step> steps) {
    private static final int OPEN = 9999;

    /** A level and the totals it can stand for; where instruments decide too, those of several levels overlap. */
    record Step(Grade grade, BigDecimal least, BigDecimal most) {
        boolean fits(BigDecimal total) {
            return total.compareTo(least) >= 0 && total.compareTo(most) <= 0;
        }
    }

    /** Before 2562 no scale is known, so results of those years have no level. */
    private static final List<Scale> ALL = List.of(
            new Scale(
                    2562,
                    2565,
                    List.of(
                            letter("AA", "95.00", "100.00"),
                            letter("A", "85.00", "94.99"),
                            letter("B", "75.00", "84.99"),
                            letter("C", "65.00", "74.99"),
                            letter("D", "55.00", "64.99"),
                            letter("E", "50.00", "54.99"),
                            letter("F", "0.00", "49.99"))),
            new Scale(
                    2566,
                    OPEN,
                    List.of(
                            step("excellent-pass", "ผ่านดีเยี่ยม", "Excellent pass", "95.00", "100.00"),
                            step("good-pass", "ผ่านดี", "Good pass", "85.00", "100.00"),
                            step("pass", "ผ่าน", "Pass", "85.00", "100.00"),
                            step("must-improve", "ต้องปรับปรุง", "Must improve", "70.00", "84.99"),
                            step(
                                    "must-improve-urgently",
                                    "ต้องปรับปรุงโดยด่วน",
                                    "Must improve urgently",
                                    "0.00",
                                    "69.99"))));

    /** What this code meant in that year; empty if it meant nothing. */
    static Optional<Grade> grade(int fiscalYear, String code) {
        return of(fiscalYear).stream()
                .map(Step::grade)
                .filter(grade -> grade.code().equals(code))
                .findFirst();
    }

    static List<String> codes(int fiscalYear) {
        return of(fiscalYear).stream().map(step -> step.grade().code()).toList();
    }

    /** Of every year. */
    static List<String> codes() {
        return ALL.stream()
                .flatMap(scale -> scale.steps().stream())
                .map(step -> step.grade().code())
                .toList();
    }

    /** The levels that this total can have in that year. */
    static List<String> fitting(int fiscalYear, BigDecimal total) {
        return of(fiscalYear).stream()
                .filter(step -> step.fits(total))
                .map(step -> step.grade().code())
                .toList();
    }

    private static List<Step> of(int fiscalYear) {
        return ALL.stream()
                .filter(scale -> scale.from <= fiscalYear && fiscalYear <= scale.to)
                .findFirst()
                .map(Scale::steps)
                .orElse(List.of());
    }

    private static Step letter(String letter, String least, String most) {
        return step(letter.toLowerCase(Locale.ROOT), letter, letter, least, most);
    }

    private static Step step(String code, String thai, String english, String least, String most) {
        return new Step(
                new Grade(code, Map.of("th", thai, "en", english)), new BigDecimal(least), new BigDecimal(most));
    }
}
