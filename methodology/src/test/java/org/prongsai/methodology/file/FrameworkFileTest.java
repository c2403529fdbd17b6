package org.prongsai.methodology.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.Sample;
import tools.jackson.databind.json.JsonMapper;

class FrameworkFileTest {
    private static final String SMALL = Sample.text("small.yaml");

    @Test
    void readsYaml() {
        var small = Sample.small();
        assertThat(small.instrument("oit").orElseThrow().marked()).isTrue();
        assertThat(small.item("o1").orElseThrow().elements().getFirst().asOf()).isEqualTo(LocalDate.of(2024, 3, 31));
        assertThat(small.item("i2").orElseThrow().provenance()).isEqualTo("provisional");
        assertThat(small.instrument("eit").orElseThrow().part("1").orElseThrow().open())
                .isTrue();
    }

    @Test
    void writesWhatItReads() {
        var framework = Sample.small().at(3);
        var json = FrameworkFile.json(framework);
        assertThat(FrameworkFile.parse(json).orThrow()).isEqualTo(framework);
        assertThat(FrameworkFile.json(FrameworkFile.parse(json).orThrow())).isEqualTo(json);
        assertThat(json)
                .startsWith("{\"ref\":\"small@3\",\"name\":\"small\",\"fiscalYear\":2567,\"title\":{\"th\"")
                .contains("\"weight\":0.3,", "\"subItems\":[]", "\"value\":null", "\"asOf\":\"2024-03-31\"");
    }

    @Test
    void isTheSameThroughAnyMapper() {
        var mapper = JsonMapper.shared();
        var tree = mapper.valueToTree(Sample.small());
        assertThat(FrameworkFile.parse(tree.toString()).orThrow()).isEqualTo(Sample.small());
    }

    @Test
    void aVersionIsNoContent() {
        assertThat(Sample.small().at(1).unversioned())
                .isEqualTo(Sample.small().at(2).unversioned());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name: small|name: Small One|/name|bad-name
            fiscalYear: 2567|fiscalYear: 2024|/fiscalYear|out-of-range
            title: {th: "เล็ก", en: "Small"}|title: {th: "เล็ก"}|/title/en|missing
            title: {th: "เล็ก", en: "Small"}|title: {th: "เล็ก", en: "  "}|/title/en|blank
            title: {th: "เล็ก", en: "Small"}|title: {th: "เล็ก", en: "Sm\\\\0all"}|/title/en|control-character
            title: {th: "เล็ก", en: "Small"}|title: {th: "เล็ก", en: "Small", lo: "x"}|/title/lo|unknown-language
            languages: [th, en]|languages: [th]|/languages|bad-languages
            provenance: provisional|provenance: rumour|/provenance|unknown-value
            mode: half-up|mode: down|/rounding/mode|unknown-value
            belowMinimum: score-with-flag|belowMinimum: shrug|/belowMinimum|unknown-value
            weight: 0.30|weight: 0.31|/instruments|weights-sum
            weight: 0.30|weight: heavy|/instruments/0/weight|wrong-kind
            weight: 0.30|weight: 0|/instruments/0/weight|out-of-range
            {code: "2", weight: 0.5}|{code: "2", weight: 0.4}|/instruments/1/parts|weights-sum
            {code: "2", weight: 0.5}|{code: "1", weight: 0.5}|/instruments/1/parts/1/code|duplicate-code
            code: eit|code: iit|/instruments/1/code|duplicate-code
            code: "6"|code: "1"|/instruments/1/indicators/0/code|duplicate-code
            code: e2|code: i3|/instruments/1/indicators/1/items/0/code|duplicate-code
            code: i1.2|code: i9.2|/instruments/0/indicators/0/items/0/subItems/1/code|bad-code
            code: "9.2"|code: 9.2|/instruments/2/indicators/0/subIndicators/1/code|wrong-kind
            code: e2|code: "e,2"|/instruments/1/indicators/1/items/0/code|bad-code
            value: 33|value: 101|/instruments/0/indicators/0/items/0/subItems/0/options/1/value|out-of-range
            value: 33|value: 33.5|/instruments/0/indicators/0/items/0/subItems/0/options/1/value|wrong-kind
            value: 33|value: -1|/instruments/0/indicators/0/items/0/subItems/0/options/1/value|out-of-range
            label: {th: "น้อย", en: "Little"}, value: 33|value: 33|/instruments/0/indicators/0/items/0/subItems/0/options/1/label|missing
            parts: [{code: "1", weight: 1}]|parts: []|/instruments/0/parts|too-few
            parts: [{code: "1", weight: 1}]|parts: [{weight: 1}]|/instruments/0/parts/0/code|missing
            value: 33|worth: 33|/instruments/0/indicators/0/items/0/subItems/0/options/1/worth|unknown-key
            marks: [0, 100]|marks: [0]|/instruments/2/marks|too-few
            unfiled: 0|unfiled: 50|/instruments/2/unfiled|unknown-mark
            asOf: "2567-03-31"|asOf: "2567-02-30"|/instruments/2/indicators/0/subIndicators/0/items/0/elements/0/asOf|bad-date
            totalMin: 70}|totalMin: 90}|/levels/3|unreachable-level
            totalMin: 0}|totalMin: 10}|/levels/4|no-level-for-every-score
            cap: 400}|cap: 20}|/sampleRule/cap|below-floor
            share: 0.10|share: 1.10|/sampleRule/share|out-of-range
            """)
    void namesTheFault(String right, String wrong, String pointer, String reason) {
        assertThat(SMALL).contains(right);
        assertThat(FrameworkFile.parse(SMALL.replaceFirst(Pattern.quote(right), wrong))
                        .problems())
                .extracting(Fault::pointer, Fault::reason)
                .containsExactly(tuple(pointer, reason));
    }

    @Test
    void namesEveryFaultAtOnce() {
        var broken = SMALL.replace("weight: 0.40", "weight: 0.50")
                .replace("value: 67", "value: 167")
                .replace("fiscalYear: 2567", "year: 2567");
        assertThat(FrameworkFile.parse(broken).problems())
                .extracting(Fault::pointer, Fault::reason, Fault::actual)
                .containsExactlyInAnyOrder(
                        tuple("/year", "unknown-key", "2567"),
                        tuple("/fiscalYear", "missing", null),
                        tuple("/instruments/0/indicators/0/items/0/subItems/0/options/2/value", "out-of-range", "167"),
                        tuple("/instruments/0/indicators/0/items/0/subItems/1/options/1/value", "out-of-range", "167"),
                        tuple("/instruments", "weights-sum", "1.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "[]",
                "5",
                "text",
                "{",
                "{\"name\":1,\"name\":2}",
                "a: 1\na: 2",
                "{\"name\":\"x\"} trailing",
                "{\"instruments\":[1,null,[]],\"levels\":{},\"sampleRule\":[]}",
                "{\"sampleRule\":{\"share\":1e999999999,\"cap\":99999999999999999999}}",
                "? [a]\n: b",
                "a: &x [*x]"
            })
    void refusesAnythingElseWithoutFalling(String text) {
        assertThat(FrameworkFile.parse(text).problems()).isNotEmpty();
    }
}
