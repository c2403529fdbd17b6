package org.prongsai.methodology.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prongsai.methodology.Sample;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.framework.Bare.Difference;

class BareTest {

    private static List<Difference> changed(String from, String to) {
        var text = Sample.text("small.yaml");
        assertThat(text).contains(from);
        var other =
                FrameworkFile.parse(text.replaceFirst(Pattern.quote(from), to)).orThrow();
        assertThat(other).as("the change changes something").isNotEqualTo(Sample.small());
        return Bare.of(Sample.small()).differences(Bare.of(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{th: \"เล็ก\", en: \"Small\"}|{th: \"เล็กมาก\", en: \"Tiny\"}",
                "provenance: provisional|provenance: verified",
                "{th: \"ข้อ\", en: \"Item\"}|{th: \"ข้อความ\", en: \"Text\"}",
                "{th: \"ไม่\", en: \"No\"}|{th: \"ไม่เลย\", en: \"Never\"}",
                "{th: \"ณ วันที่\", en: \"As of\"}|{th: \"ณ วัน\", en: \"On\"}",
                "{th: \"คำแนะนำ\", en: \"Guidance\"}|{th: \"คำ\", en: \"Advice\"}",
                "{th: \"กฎหมาย\", en: \"Law\"}|{th: \"กฎ\", en: \"Act\"}",
                "languages: [th, en]|languages: [en, th]",
            })
    void words_are_worth_nothing(String from, String to) {
        assertThat(changed(from, to)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fiscalYear: 2567|fiscalYear: 2568|fiscalYear",
                "belowMinimum: score-with-flag|belowMinimum: no-score|belowMinimum",
                "censusBelow: 30|censusBelow: 20|sampleRule",
                "share: 0.10|share: 0.20|sampleRule",
                "totalMin: 70|totalMin: 71|level must-improve",
                "everyInstrumentMin: 85}|everyInstrumentMin: 80}|level good-pass",
                "unfiled: 0|unfiled: 100|oit",
                "marks: [0, 100]|marks: [0, 50, 100]|oit",
                "weight: 0.5, open: true|weight: 0.5|eit",
                "value: 33|value: 40|i1.1",
                "asOf: \"2567-03-31\"|asOf: \"2567-04-01\"|o1",
                "code: \"9.2\"|code: \"9.3\"|indicator 9,sub-indicator 9.2,sub-indicator 9.3",
                "code: i3|code: i4|indicator 2,i3,i4",
                "code: e2|code: e3|indicator 7,e2,e3",
            })
    void whatever_a_score_hangs_on_is_named(String from, String to, String codes) {
        assertThat(changed(from, to)).extracting(Difference::code).containsExactly(codes.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"k: {least: 3, default: 7, largest: 50}|k", "hostedEvidence: true|hostedEvidence"})
    void so_is_whatever_a_round_may_choose_or_accept(String line, String code) {
        assertThat(changed("belowMinimum: score-with-flag", "belowMinimum: score-with-flag\n" + line))
                .extracting(Difference::code)
                .containsExactly(code);
    }

    @Test
    void both_sides_are_told() {
        assertThat(changed("totalMin: 70", "totalMin: 71"))
                .containsExactly(new Difference(
                        "level must-improve",
                        "from 70, every instrument from nothing",
                        "from 71, every instrument from nothing"));
        assertThat(changed("code: i3", "code: i4"))
                .contains(new Difference("i4", null, "options [1=100, 2=0, na=null], sub-items [], elements []"));
    }

    @Test
    void another_order_of_options_is_another_worth_and_another_form() {
        var first = "- {code: \"1\", label: {th: \"ไม่มี\", en: \"No\"}, value: 100}";
        var second = "- {code: \"2\", label: {th: \"มี\", en: \"Yes\"}, value: 0}";
        assertThat(changed(first + "\n              " + second, second + "\n              " + first))
                .extracting(Difference::code)
                .containsExactly("i2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"weight: 0.30", "share: 0.10"})
    void zeros_at_the_end_of_a_number_are_worth_nothing(String number) {
        var longer = FrameworkFile.parse(Sample.text("small.yaml").replace(number, number + "00"))
                .orThrow();
        assertThat(Bare.of(Sample.small()).differences(Bare.of(longer))).isEmpty();
    }

    @Test
    void a_version_is_worth_what_the_other_is_and_so_are_its_forms() {
        var one = Sample.small().at(1);
        var two = FrameworkFile.parse(Sample.text("small.yaml").replace("en: \"Item\"", "en: \"Question\""))
                .orThrow()
                .at(2);
        assertThat(Bare.of(one)).isEqualTo(Bare.of(two));
        assertThat(Form.of(one.instrument("iit").orElseThrow()))
                .isEqualTo(Form.of(two.instrument("iit").orElseThrow()));
    }
}
