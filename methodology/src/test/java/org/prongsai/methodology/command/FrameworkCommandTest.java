package org.prongsai.methodology.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prongsai.methodology.Sample;
import tools.jackson.databind.json.JsonMapper;

class FrameworkCommandTest {
    @TempDir
    Path folder;

    private Typed typed;

    @BeforeEach
    void terminal() {
        typed = Typed.in(folder);
    }

    private int run(String... words) {
        return typed.framework(words);
    }

    @Test
    void aGoodFileIsSaidToBeGood() throws IOException {
        typed.write("a.yaml", "\uFEFF" + Sample.text("small.yaml"));
        assertThat(run("check", "a.yaml")).isZero();
        assertThat(typed.printed())
                .isEqualTo("small is good: fiscal year 2567, 3 instruments, 8 items, 5 levels, languages th, en%n"
                        .formatted());
    }

    @Test
    void everyFaultIsALineOfItsOwn() throws IOException {
        typed.write(
                "a.yaml",
                Sample.text("small.yaml")
                        .replace("fiscalYear: 2567", "fiscalYear: 2024")
                        .replace("weight: 0.40", "weight: 0.50"));
        assertThat(run("check", "a.yaml")).isEqualTo(1);
        assertThat(typed.complained().lines())
                .containsExactly(
                        "a.yaml:2: /fiscalYear: out-of-range, expected a whole number from 2540 to 2700, found 2024",
                        "a.yaml:8: /instruments: weights-sum, expected 1, found 1.1");
    }

    @Test
    void twoFilesAreCompared() throws IOException {
        typed.write("a.yaml", Sample.text("small.yaml"));
        typed.write(
                "b.yaml",
                Sample.text("small.yaml")
                        .replace("name: small", "name: small-2568")
                        .replace("totalMin: 70}", "totalMin: 72}"));
        assertThat(run("diff", "a.yaml", "b.yaml")).isZero();
        assertThat(typed.printed().lines())
                .containsExactly(
                        "small → small-2568",
                        "Counts otherwise (1)",
                        "  levels must-improve totalMin: 70 → 72",
                        "Changed (1)",
                        "  name: small → small-2568");
        typed.clear();
        assertThat(run("diff", "a.yaml", "b.yaml", "--format", "json")).isZero();
        assertThat(JsonMapper.shared()
                        .readTree(typed.printed())
                        .at("/changes/1/kind")
                        .stringValue())
                .isEqualTo("worth-changed");
        typed.clear();
        run("diff", "a.yaml", "b.yaml", "--language", "th");
        assertThat(typed.printed()).contains("คิดคะแนนต่างไปจากเดิม (1)");
    }

    @Test
    void namesWhatWasTypedWrong() {
        assertThat(run("mend", "a.yaml")).isEqualTo(2);
        assertThat(run("check")).isEqualTo(2);
        assertThat(run("diff", "a.yaml")).isEqualTo(2);
        assertThat(run("check", "none.yaml")).isEqualTo(2);
        assertThat(typed.complained())
                .contains(
                        "check, stakes, diff or items, not mend",
                        "1 files are needed, 0 were named",
                        "2 files are needed, 1 were named",
                        "none.yaml: there is no such file");
        assertThat(run()).isEqualTo(2);
        assertThat(run("--help")).isZero();
    }

    @Test
    void aYearThatWasHalfCopiedIsDoubted() throws IOException {
        var copied = Sample.text("small.yaml")
                .replace("fiscalYear: 2567", "fiscalYear: 2569")
                .replace("en: \"As of\"", "en: \"In fiscal year 2567 (2024)\"")
                .replace("en: \"Law\"", "en: \"Act of 2560\"");
        typed.write("a.yaml", copied);
        assertThat(run("check", "a.yaml")).isZero();
        assertThat(typed.printed().lines().skip(1))
                .containsExactly(
                        "look again, this may be last year's:",
                        "  /o1/elements/1/text: another-year, [2567] in fiscal year 2569",
                        "  /o1/elements/1/asOf: outside-fiscal-year, 2024-03-31 in fiscal year 2569");
    }

    @Test
    void aLanguageIsCheckedAgainstItsFramework() throws IOException {
        typed.write("a.yaml", Sample.text("small.yaml"));
        var lao = """
                language: lo
                name: {own: ລາວ, th: ภาษาลาว, en: Lao}
                status: unofficial
                frameworks: [small]
                questions:
                  e1: {text: "ຄຳຖາມ", options: {"1": ບໍ່ມີ, "2": ມີ, na: ບໍ່ຮູ້}}
                  e2: {text: "ຄຳຖາມ", options: {"1": ບໍ່ມີ, "2": ມີ, na: ບໍ່ຮູ້}}
                """;
        typed.write("lo.yaml", lao);
        assertThat(run("check", "a.yaml", "lo.yaml")).isZero();
        assertThat(typed.printed()).contains("languages th, en, lo");
        typed.write("lo.yaml", lao.replace("na: ບໍ່ຮູ້}}\n  e2", "x: ບໍ່ຮູ້}}\n  e2"));
        assertThat(run("check", "a.yaml", "lo.yaml")).isEqualTo(1);
        typed.write("lo.yaml", lao.replace("[small]", "[large]"));
        assertThat(run("check", "a.yaml", "lo.yaml")).isEqualTo(1);
        assertThat(typed.complained())
                .contains(
                        "/questions/e1/options/x: unknown-option",
                        "/frameworks: another-framework, expected small, found [large]");
    }

    @Test
    void whatEachItemIsWorthIsSaid() throws IOException {
        typed.write("a.yaml", Sample.text("small.yaml"));
        assertThat(run("stakes", "a.yaml")).isZero();
        assertThat(typed.printed())
                .contains(
                        "oit  o1  25.00  10.00  Structure",
                        "oit  o3  50.00  20.00  Plan",
                        "iit  i1  50.00  15.00  Item");
        typed.clear();
        run("stakes", "a.yaml", "--format", "json");
        assertThat(JsonMapper.shared()
                        .readTree(typed.printed())
                        .at("/0/totalPoints")
                        .decimalValue())
                .isEqualByComparingTo("15");
    }
}
