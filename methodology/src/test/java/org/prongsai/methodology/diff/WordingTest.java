package org.prongsai.methodology.diff;

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

/** An erratum may change words and nothing that a score, or what must be filed, hangs on. */
class WordingTest {

    private static FrameworkDiff changed(String from, String to) {
        var text = Sample.text("small.yaml");
        assertThat(text).contains(from);
        var other =
                FrameworkFile.parse(text.replaceFirst(Pattern.quote(from), to)).orThrow();
        assertThat(other).as("the change changes something").isNotEqualTo(Sample.small());
        return FrameworkDiff.of(Sample.small(), other);
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
    void wordsAreWorthNothing(String from, String to) {
        var diff = changed(from, to);
        assertThat(diff.wordingOnly()).isTrue();
        assertThat(diff.changes()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fiscalYear: 2567|fiscalYear: 2568|/fiscalYear",
                "belowMinimum: score-with-flag|belowMinimum: no-score|/belowMinimum",
                "censusBelow: 30|censusBelow: 20|/sampleRule/censusBelow",
                "share: 0.10|share: 0.20|/sampleRule/share",
                "totalMin: 70|totalMin: 71|/levels/must-improve/totalMin",
                "everyInstrumentMin: 85}|everyInstrumentMin: 80}|/levels/good-pass/everyInstrumentMin",
                "unfiled: 0|unfiled: 100|/instruments/oit/unfiled",
                "marks: [0, 100]|marks: [0, 50, 100]|/instruments/oit/marks",
                "weight: 0.5, open: true|weight: 0.5|/instruments/eit/parts/1/open",
                "value: 33|value: 40|/instruments/iit/indicators/1/items/i1/subItems/i1.1/options/2/value",
                "code: \"9.2\"|code: \"9.3\"|/instruments/oit/indicators/9/subIndicators/9.3",
                "code: i3|code: i4|/instruments/iit/indicators/2/items/i4",
                "asOf: \"2567-03-31\"|asOf: \"2567-04-01\"|/instruments/oit/indicators/9/subIndicators/9.1/items/o1/elements/1/asOf",
            })
    void whateverAScoreHangsOnIsNamed(String from, String to, String path) {
        assertThat(changed(from, to).beyondWords()).extracting(Change::path).contains(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k: {least: 3, default: 7, largest: 50}", "hostedEvidence: true"})
    void soIsWhateverARoundMayChooseOrAccept(String line) {
        assertThat(changed("belowMinimum: score-with-flag", "belowMinimum: score-with-flag\n" + line)
                        .wordingOnly())
                .isFalse();
    }

    @Test
    void anotherOrderOfOptionsIsAnotherForm() {
        var first = "- {code: \"1\", label: {th: \"ไม่มี\", en: \"No\"}, value: 100}";
        var second = "- {code: \"2\", label: {th: \"มี\", en: \"Yes\"}, value: 0}";
        assertThat(changed(first + "\n              " + second, second + "\n              " + first)
                        .wordingOnly())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"weight: 0.30", "share: 0.10"})
    void zerosAtTheEndOfANumberAreWorthNothing(String number) {
        var longer = FrameworkFile.parse(Sample.text("small.yaml").replace(number, number + "00"))
                .orThrow();
        assertThat(FrameworkDiff.of(Sample.small(), longer).changes()).isEqualTo(List.of());
    }

    @Test
    void otherWordsHaveTheSameForm() {
        var two = FrameworkFile.parse(Sample.text("small.yaml").replace("en: \"Item\"", "en: \"Question\""))
                .orThrow();
        assertThat(Form.of(Sample.instrument("iit")))
                .isEqualTo(Form.of(two.instrument("iit").orElseThrow()));
    }
}
