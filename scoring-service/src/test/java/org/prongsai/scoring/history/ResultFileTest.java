package org.prongsai.scoring.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prongsai.web.CsvFile;
import org.prongsai.web.Rejection;

class ResultFileTest {
    private static final String HEADER = "agency,fiscal_year,total,level,source,retrieved,note\n";
    private static final String GOOD = "imm-a,2566,88.3,pass,https://example.org/a,2024-08-01,as printed";

    private static final Span SPAN = new Span(
            LocalDate.of(2026, 10, 1),
            Map.of("imm-a", Optional.empty(), "imm-ended", Optional.of(LocalDate.of(2024, 10, 1))));

    private static ResultFile file(String... lines) {
        return ResultFile.read((HEADER + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> faults(ResultFile file) {
        return ResultChange.plan(file, SPAN, List.of()).rejected().stream()
                .map(each -> each.line() + " " + each.column() + " " + each.reason())
                .toList();
    }

    @Test
    void a_line_becomes_a_result() {
        var result = new OfficialResult(
                "imm-a",
                2566,
                new BigDecimal("88.30"),
                "pass",
                "https://example.org/a",
                LocalDate.of(2024, 8, 1),
                "as printed");
        assertThat(file(GOOD).rows()).containsExactly(new ResultRow(2, result));
        assertThat(file("imm-a,2566,100,,somewhere,2567-08-01,")
                        .rows()
                        .getFirst()
                        .result())
                .isEqualTo(new OfficialResult(
                        "imm-a", 2566, new BigDecimal("100.00"), null, "somewhere", LocalDate.of(2024, 8, 1), null));
    }

    @Test
    void columns_stand_in_any_order_and_known_others_are_passed_over() {
        var file = ResultFile.read("""
                source,total,name_th,name_en,type,level_as_published,fiscal_year,agency
                s,56.42,ก,A,police station,Must improve,2566,imm-a
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(faults(file)).isEmpty();
        assertThat(file.rows().getFirst().result())
                .isEqualTo(new OfficialResult("imm-a", 2566, new BigDecimal("56.42"), null, "s", null, null));
    }

    @Test
    void every_fault_of_a_header_is_named_and_nothing_below_it_is_read() {
        var file = ResultFile.read("agency,fiscal_year,colour,total,total\nx\n".getBytes(StandardCharsets.UTF_8));
        assertThat(faults(file)).containsExactly("1  unknown-column", "1  duplicate-column", "1  missing-column");
        assertThat(file.rejected()).extracting(Rejection::actual).startsWith("colour", "total");
        assertThat(faults(ResultFile.read(new byte[0]))).hasSize(4);
    }

    @Test
    void a_christian_year_is_refused_with_the_way_out() {
        var christian = file(GOOD.replace("2566", "2023"));
        assertThat(christian.rejected())
                .containsExactly(new Rejection(2, "fiscal_year", "christian-year", "the Buddhist year, 2566", "2023"));
        for (var wrong : List.of("2539", "2701", "66", "1996", "FY66"))
            assertThat(faults(file(GOOD.replace("2566", wrong)))).containsExactly("2 fiscal_year bad-fiscal-year");
        assertThat(faults(file(GOOD.replace("2566,88.3,pass", "2540,88.3,"), GOOD.replace("2566", "2570"))))
                .isEmpty();
    }

    @Test
    void totals_are_of_two_decimals_between_0_and_100() {
        for (var good : List.of("0", "0.00", "99.99", "100", "100.0", "7.5"))
            assertThat(faults(file(GOOD.replace("88.3,pass", good + ","))))
                    .as(good)
                    .isEmpty();
        for (var wrong : List.of("100.01", "-1", "88.333", "1e2", "88,3", ".5", "101", "NaN", "๘๘"))
            assertThat(faults(file(GOOD.replace("88.3", "\"" + wrong + "\""))))
                    .as(wrong)
                    .containsExactly("2 total bad-total");
    }

    @Test
    void a_level_belongs_to_the_scale_of_its_year() {
        assertThat(faults(file(GOOD.replace("2566,88.3,pass", "2565,88.3,a")))).isEmpty();
        for (var wrong : List.of("2565,88.3,pass", "2566,88.3,a", "2566,88.3,Pass", "2561,88.3,a"))
            assertThat(faults(file(GOOD.replace("2566,88.3,pass", wrong))))
                    .as(wrong)
                    .containsExactly("2 level level-of-another-year");
    }

    @Test
    void a_level_fits_its_total() {
        for (var good : List.of(
                "2565,94.99,a",
                "2565,95,aa",
                "2565,49.99,f",
                "2566,95,excellent-pass",
                "2566,99,good-pass",
                "2566,99,pass",
                "2566,84.99,must-improve",
                "2566,69.99,must-improve-urgently"))
            assertThat(faults(file(GOOD.replace("2566,88.3,pass", good))))
                    .as(good)
                    .isEmpty();
        for (var wrong : List.of(
                "2565,95,a",
                "2565,94.99,aa",
                "2566,10,excellent-pass",
                "2566,84.99,good-pass",
                "2566,84.99,pass",
                "2566,90,must-improve",
                "2566,70,must-improve-urgently"))
            assertThat(faults(file(GOOD.replace("2566,88.3,pass", wrong))))
                    .as(wrong)
                    .containsExactly("2 level level-does-not-fit");
        assertThat(file(GOOD.replace("88.3,pass", "90,must-improve")).rejected())
                .containsExactly(new Rejection(
                        2, "level", "level-does-not-fit", List.of("good-pass", "pass"), "must-improve with 90.00"));
        assertThat(faults(file(GOOD.replace("88.3", "much")))).containsExactly("2 total bad-total");
    }

    @Test
    void no_year_has_results_before_it_began() {
        assertThat(faults(file(GOOD.replace("2566", "2571")))).containsExactly("2 fiscal_year future");
        assertThat(ResultChange.plan(file(GOOD.replace("2566", "2600")), SPAN, List.of())
                        .rejected())
                .containsExactly(new Rejection(2, "fiscal_year", "future", "not after 2570, the present one", "2600"));
    }

    @Test
    void nobody_has_read_a_result_after_today() {
        assertThat(faults(file(GOOD.replace("2024-08-01", "2026-10-01")))).isEmpty();
        assertThat(ResultChange.plan(file(GOOD.replace("2024-08-01", "2569-10-02")), SPAN, List.of())
                        .rejected())
                .containsExactly(
                        new Rejection(2, "retrieved", "future", "today or earlier; today is 2026-10-01", "2026-10-02"));
    }

    @Test
    void no_year_begins_after_its_agency_ended() {
        var ended = GOOD.replace("imm-a", "imm-ended");
        assertThat(faults(file(ended, ended.replace("2566", "2568")))).isEmpty();
        assertThat(ResultChange.plan(file(ended.replace("2566", "2569")), SPAN, List.of())
                        .rejected())
                .containsExactly(new Rejection(
                        2, "fiscal_year", "after-end", "not after 2568; imm-ended ended on 2024-10-01", "2569"));
    }

    @Test
    void what_can_be_no_agency_is_named_and_not_looked_up() {
        for (var wrong : List.of("imm\u0000a", "IMM-A", "ด่าน", "imm--a", "-a", "a".repeat(65), "a-".repeat(50_000))) {
            var file = file(GOOD.replace("imm-a", wrong));
            assertThat(faults(file)).containsExactly("2 agency bad-agency");
            assertThat(file.rows().getFirst().result().agency()).isEmpty();
        }
    }

    @Test
    void texts_are_one_line_of_characters_that_can_be_shown() {
        for (var wrong : List.of("\u0000", "a\u0085b", "a\u2028b", "a\nb", "x".repeat(501))) {
            var source = GOOD.replace("https://example.org/a", '"' + wrong + '"');
            assertThat(faults(file(source))).containsExactly("2 source bad-text");
            var note = GOOD.replace("as printed", '"' + wrong + '"');
            assertThat(faults(file(note))).containsExactly("2 note bad-text");
        }
    }

    @Test
    void the_guard_of_a_formula_is_no_part_of_a_text() {
        var result = file(
                "imm-a,2566,88.3,pass,'=cmd,,'-",
                "imm-a,2567,88.3,pass,''=cmd,,'quoted'",
                "imm-a,2568,88.3,pass,=cmd,,-");
        assertThat(result.rows())
                .extracting(row -> row.result().source() + " " + row.result().note())
                .containsExactly("=cmd -", "'=cmd 'quoted'", "=cmd -");
        assertThat(faults(file("imm-a,2566,88.3,pass,'=" + "x".repeat(499) + ",,")))
                .isEmpty();
    }

    @Test
    void every_fault_of_a_line_is_named() {
        assertThat(faults(file(",,,,,,", GOOD + "\nimm-x,2566,1,best,s\u0007,soon,", GOOD, "a,b")))
                .containsExactlyInAnyOrder(
                        "2 agency missing",
                        "2 fiscal_year missing",
                        "2 total missing",
                        "2 source missing",
                        "4 agency unknown-agency",
                        "4 level level-of-another-year",
                        "4 source bad-text",
                        "4 retrieved bad-date",
                        "5 fiscal_year duplicate",
                        "6  wrong-columns");
    }

    @Test
    void what_is_there_already_is_told_apart() {
        var before = file(GOOD, GOOD.replace("2566", "2567")).rows().stream()
                .map(ResultRow::result)
                .toList();
        var change = ResultChange.plan(
                file(GOOD, GOOD.replace("2566,88.3", "2567,90"), GOOD.replace("2566", "2568")), SPAN, before);
        assertThat(change.report()).isEqualTo(new ResultChange.Report("UTF-8", 1, 1, 1, List.of()));
        assertThat(change.changed()).extracting(OfficialResult::fiscalYear).containsExactly(2568, 2567);
    }

    @Test
    void older_encodings_are_read_and_others_named() {
        var bytes = (HEADER + GOOD.replace("as printed", "ตามประกาศ")).getBytes(Charset.forName("windows-874"));
        assertThat(ResultFile.read(bytes).encoding()).isEqualTo("windows-874");
        assertThat(ResultFile.read(bytes).rows().getFirst().result().note()).isEqualTo("ตามประกาศ");
        bytes[bytes.length - 1] = (byte) 0xFF;
        assertThat(faults(ResultFile.read(bytes))).containsExactly("2  unknown-encoding");
    }

    @Test
    void of_a_wrong_file_the_rest_is_not_read() {
        var wrong = file(Collections.nCopies(5000, "a").toArray(String[]::new));
        assertThat(wrong.rejected()).hasSize(CsvFile.MOST_FAULTS + 1);
        assertThat(wrong.rejected().getLast().reason()).isEqualTo("too-many-faults");
        assertThat(faults(file(GOOD, "\"open"))).containsExactly("3  unreadable");
        assertThat(file(GOOD, "\"open").rows()).isEmpty();
        var many = file(Collections.nCopies(CsvFile.MOST_LINES + 1, GOOD).toArray(String[]::new));
        assertThat(many.rejected()).extracting(Rejection::reason).containsExactly("too-many-lines");
    }
}
