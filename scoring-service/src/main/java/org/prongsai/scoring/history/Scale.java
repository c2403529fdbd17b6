package org.prongsai.scoring.history;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.prongsai.methodology.score.Grade;

/** Which levels results had in which fiscal years (Buddhist era), the last one inclusive. */
record Scale(int from, int to, List<Grade> levels) {
    private static final int OPEN = 9999;

    /** Before 2562 no scale is known, so results of those years have no level. */
    private static final List<Scale> ALL = List.of(
            new Scale(
                    2562,
                    2565,
                    List.of(
                            letter("AA"),
                            letter("A"),
                            letter("B"),
                            letter("C"),
                            letter("D"),
                            letter("E"),
                            letter("F"))),
            new Scale(
                    2566,
                    OPEN,
                    List.of(
                            grade("excellent-pass", "ผ่านดีเยี่ยม", "Excellent pass"),
                            grade("good-pass", "ผ่านดี", "Good pass"),
                            grade("pass", "ผ่าน", "Pass"),
                            grade("must-improve", "ต้องปรับปรุง", "Must improve"),
                            grade("must-improve-urgently", "ต้องปรับปรุงโดยด่วน", "Must improve urgently"))));

    /** What this code meant in that year; empty if it meant nothing. */
    static Optional<Grade> grade(int fiscalYear, String code) {
        return of(fiscalYear).stream()
                .filter(grade -> grade.code().equals(code))
                .findFirst();
    }

    static List<String> codes(int fiscalYear) {
        return of(fiscalYear).stream().map(Grade::code).toList();
    }

    private static List<Grade> of(int fiscalYear) {
        return ALL.stream()
                .filter(scale -> scale.from <= fiscalYear && fiscalYear <= scale.to)
                .findFirst()
                .map(Scale::levels)
                .orElse(List.of());
    }

    private static Grade letter(String letter) {
        return grade(letter.toLowerCase(Locale.ROOT), letter, letter);
    }

    private static Grade grade(String code, String thai, String english) {
        return new Grade(code, Map.of("th", thai, "en", english));
    }
}
