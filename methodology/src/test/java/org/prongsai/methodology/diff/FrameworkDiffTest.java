package org.prongsai.methodology.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.methodology.Sample;
import org.prongsai.methodology.diff.Change.Kind;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.framework.Framework;
import tools.jackson.databind.json.JsonMapper;

class FrameworkDiffTest {
    private static final String SMALL = Sample.text("small.yaml");
    private static final String O2 =
            "              - code: o2\n                text: {th: \"ผู้บริหาร\", en: \"Executives\"}\n";

    private static Framework read(String yaml) {
        return FrameworkFile.parse(yaml).orThrow();
    }

    private static FrameworkDiff to(String yaml) {
        return FrameworkDiff.of(Sample.small().at(1), read(yaml).at(2));
    }

    @Test
    void theSameIsNoDifference() {
        var diff = to(SMALL.replace("weight: 0.30\n", "weight: 0.3\n"));
        assertThat(diff).isEqualTo(new FrameworkDiff("small@1", "small@2", List.of()));
        assertThat(diff.wordingOnly()).isTrue();
        assertThat(new DiffText("th").lines(diff)).containsExactly("small@1 → small@2", "ไม่มีข้อแตกต่าง");
    }

    @Test
    void anItemThatCameMakesTheOthersOfItsGroupWorthLess() {
        var diff = to(SMALL.replace(O2, O2 + O2.replace("o2", "o9")));
        assertThat(diff.changes())
                .extracting(Change::kind, Change::path, FrameworkDiffTest::after)
                .containsExactly(
                        tuple(Kind.ADDED, "/instruments/oit/indicators/9/subIndicators/9.1/items/o9", null),
                        tuple(
                                Kind.WORTH_CHANGED,
                                "/instruments/oit/indicators/9/subIndicators/9.1/items/o1/points",
                                "6.6667"),
                        tuple(
                                Kind.WORTH_CHANGED,
                                "/instruments/oit/indicators/9/subIndicators/9.1/items/o2/points",
                                "6.6667"));
        assertThat(diff.changes().getLast().before().decimalValue()).isEqualByComparingTo("10");
        assertThat(diff.wordingOnly()).isFalse();
        assertThat(diff.counts())
                .containsEntry("added", 1L)
                .containsEntry("worth-changed", 2L)
                .containsEntry("removed", 0L);
    }

    private static String after(Change change) {
        return change.after() == null || change.after().isObject()
                ? null
                : change.after().asString();
    }

    @Test
    void anItemThatWentMakesTheOthersWorthMore() {
        var diff = to(SMALL.replace(O2, ""));
        assertThat(diff.changes()).extracting(Change::kind).containsExactly(Kind.REMOVED, Kind.WORTH_CHANGED);
        assertThat(new DiffText("en").lines(diff))
                .containsExactly(
                        "small@1 → small@2",
                        "Counts otherwise (1)",
                        "  oit 9 9.1 o1 points: 10.0000 → 20.0000",
                        "Removed (1)",
                        "  oit 9 9.1 o2: Executives");
    }

    @Test
    void wordsAreWordsAndValuesAreWorth() {
        var words = to(SMALL.replace("en: \"Structure\"", "en: \"Organisation\"")
                .replace("guidance: {th: \"คำแนะนำ\", en: \"Guidance\"}", "guidance: {th: \"คำแนะนำ\", en: \"Advice\"}")
                .replace("languages: [th, en]", "languages: [en, th]"));
        assertThat(words.changes())
                .extracting(Change::kind)
                .containsOnly(Kind.CHANGED)
                .hasSize(3);
        assertThat(words.wordingOnly()).isTrue();

        var worth = to(SMALL.replace("value: 33", "value: 34").replace("totalMin: 70}", "totalMin: 71}"));
        assertThat(worth.changes())
                .extracting(Change::kind, Change::path)
                .containsExactly(
                        tuple(
                                Kind.WORTH_CHANGED,
                                "/instruments/iit/indicators/1/items/i1/subItems/i1.1/options/2/value"),
                        tuple(
                                Kind.WORTH_CHANGED,
                                "/instruments/iit/indicators/1/items/i1/subItems/i1.2/options/3/value"),
                        tuple(Kind.WORTH_CHANGED, "/levels/must-improve/totalMin"));
        assertThat(worth.wordingOnly()).isFalse();
    }

    @Test
    void whatMustBeShownIsMoreThanWords() {
        assertThat(to(SMALL.replace("asOf: \"2567-03-31\"", "asOf: \"2568-03-31\""))
                        .wordingOnly())
                .isFalse();
        assertThat(to(SMALL.replace("belowMinimum: score-with-flag", "belowMinimum: zero"))
                        .changes())
                .extracting(Change::kind)
                .containsExactly(Kind.WORTH_CHANGED);
    }

    @Test
    void anOptionThatLosesItsValueIsWorthSomethingElse() {
        var diff = to(SMALL.replaceFirst("value: 33", "value: null"));
        assertThat(diff.changes())
                .extracting(Change::kind, Change::path)
                .containsExactly(tuple(
                        Kind.WORTH_CHANGED, "/instruments/iit/indicators/1/items/i1/subItems/i1.1/options/2/value"));
        assertThat(diff.changes().getFirst().after()).isNull();
    }

    @Test
    void anotherOrderIsSaid() {
        var one = "              - {code: \"1\", label: {th: \"ไม่มี\", en: \"No\"}, value: 100}\n";
        var two = "              - {code: \"2\", label: {th: \"มี\", en: \"Yes\"}, value: 0}\n";
        var diff = to(SMALL.replaceFirst(java.util.regex.Pattern.quote(one + two), two + one));
        assertThat(diff.changes())
                .extracting(Change::path)
                .containsExactly("/instruments/iit/indicators/2/items/i2/options/order");
        assertThat(diff.changes().getFirst().after().toString()).isEqualTo("[\"2\",\"1\",\"na\"]");
    }

    @Test
    void isDataForPrograms() {
        var json = JsonMapper.shared().valueToTree(to(SMALL.replace("value: 33", "value: 34")));
        assertThat(json.path("from").stringValue()).isEqualTo("small@1");
        assertThat(json.path("wordingOnly").booleanValue()).isFalse();
        assertThat(json.path("counts").path("worth-changed").intValue()).isEqualTo(2);
        assertThat(json.path("changes").path(0).toString())
                .isEqualTo(
                        "{\"kind\":\"worth-changed\",\"path\":"
                                + "\"/instruments/iit/indicators/1/items/i1/subItems/i1.1/options/2/value\",\"before\":33,\"after\":34,\"wording\":false}");
    }

    @Test
    void longTextsAreCutForPeople() {
        var diff = to(SMALL.replace("en: \"Structure\"", "en: \"" + "long ".repeat(50) + "\""));
        assertThat(new DiffText("en").lines(diff).getLast())
                .hasSizeLessThan(160)
                .endsWith("…");
    }

    @Test
    void thaiSpeaksThaiOfTheFieldsToo() {
        var diff = to(
                SMALL.replace("en: \"Structure\"", "en: \"Organisation\"").replace("totalMin: 70}", "totalMin: 71}"));
        assertThat(new DiffText("th").lines(diff))
                .containsExactly(
                        "small@1 → small@2",
                        "คิดคะแนนต่างไปจากเดิม (1)",
                        "  ระดับ must-improve คะแนนรวมขั้นต่ำ: 70 → 71",
                        "แก้ไข (1)",
                        "  oit 9 9.1 o1 ข้อความ en: Structure → Organisation");
    }

    @Test
    void aCodeThatSoundsLikeAKeyIsNoKey() {
        var named = SMALL.replace("code: i2\n", "code: text\n");
        var diff = FrameworkDiff.of(
                read(named),
                read(named.replaceFirst(
                        "value: 100}\n(\\s+- \\{code: \"2\", label: \\{th: \"มี\")", "value: 90}\n$1")));
        assertThat(diff.changes())
                .extracting(Change::path)
                .contains("/instruments/iit/indicators/2/items/text/options/1/value");
        assertThat(diff.wordingOnly()).isFalse();
    }

    @Test
    void aSubItemThatCameMakesTheOthersWorthLess() {
        var one = SMALL.indexOf("              - code: i1.2");
        var two = SMALL.indexOf("      - code: \"2\"", one);
        var diff =
                to(SMALL.substring(0, two) + SMALL.substring(one, two).replace("i1.2", "i1.3") + SMALL.substring(two));
        assertThat(diff.changes())
                .extracting(Change::kind, Change::path)
                .containsExactly(
                        tuple(Kind.ADDED, "/instruments/iit/indicators/1/items/i1/subItems/i1.3"),
                        tuple(Kind.WORTH_CHANGED, "/instruments/iit/indicators/1/items/i1/subItems/i1.1/points"),
                        tuple(Kind.WORTH_CHANGED, "/instruments/iit/indicators/1/items/i1/subItems/i1.2/points"));
        assertThat(diff.changes().get(1).after().decimalValue()).isEqualByComparingTo("5");
    }

    @Test
    void marksAreASet() {
        assertThat(to(SMALL.replace("marks: [0, 100]", "marks: [100, 0]")).changes())
                .isEmpty();
        assertThat(to(SMALL.replace("marks: [0, 100]", "marks: [0, 50, 100]")).changes())
                .isNotEmpty();
    }
}
