package org.prongsai.methodology.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.Sample;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.GroupSize;

/** What a framework may say beside the bare minimum, where faults are told, and what no document may do to its reader. */
class FrameworkFormatTest {
    private static final String SMALL = Sample.text("small.yaml");
    private static final String FIRST = "name: small\n";

    private static Framework read(String yaml) {
        return FrameworkFile.parse(yaml).orThrow();
    }

    private static List<Fault> faults(String yaml) {
        return FrameworkFile.parse(yaml).problems();
    }

    private static String with(String lines) {
        return SMALL.replaceFirst(FIRST, FIRST + lines + "\n");
    }

    @Test
    void aYearHasItsFocusAndItsRules() {
        var framework = read(with("""
                focus: {th: "สินบน", en: "Bribery"}
                hostedEvidence: true
                k: {least: 4, default: 6, largest: 20}"""));
        assertThat(framework.focus()).containsEntry("en", "Bribery");
        assertThat(framework.hostedEvidence()).isTrue();
        assertThat(framework.k()).isEqualTo(new GroupSize(4, 6, 20));
        assertThat(FrameworkFile.json(framework)).contains("\"k\":{\"least\":4,\"default\":6,\"largest\":20}");
        assertThat(read(FrameworkFile.json(framework))).isEqualTo(framework);
    }

    @Test
    void withoutThemTheUsualHolds() {
        assertThat(Sample.small().focus()).isEmpty();
        assertThat(Sample.small().hostedEvidence()).isFalse();
        assertThat(Sample.small().k()).isEqualTo(new GroupSize(3, 5, 50));
        assertThat(Sample.small().k().allows(3)).isTrue();
        assertThat(Sample.small().k().allows(2)).isFalse();
        assertThat(Sample.small().k().allows(50)).isTrue();
        assertThat(Sample.small().k().allows(51)).isFalse();
    }

    @Test
    void namesWhatIsWrongWithThem() {
        assertThat(faults(with("focus: {th: \"ก\"}")))
                .extracting(Fault::pointer)
                .containsExactly("/focus/en");
        assertThat(faults(with("hostedEvidence: perhaps")))
                .extracting(Fault::reason)
                .containsExactly("wrong-kind");
        assertThat(faults(with("k: {least: 1, default: 5, largest: 9}")))
                .extracting(Fault::pointer, Fault::expected)
                .containsExactly(tuple("/k/least", "a whole number from 2 to 1000"));
        assertThat(faults(with("k: {least: 3, default: 2, largest: 9}")))
                .extracting(Fault::pointer, Fault::actual)
                .containsExactly(tuple("/k/default", "2"));
        assertThat(faults(with("k: {least: 9, default: 9, largest: 3}")))
                .extracting(Fault::pointer)
                .containsExactly("/k/largest");
    }

    @Test
    void everyTextSaysWhereItComesFrom() {
        var yaml = SMALL.replace(
                        "title: {th: \"เก้า\", en: \"Nine\"}",
                        "title: {th: \"เก้า\", en: \"Nine\"}\n        provenance: official")
                .replace("guidance: {th: \"คำแนะนำ\", en: \"Guidance\"}", """
                        guidance: {th: "คำแนะนำ", en: "Guidance"}
                                        provenance: verified
                                        provenances: {guidance: provisional}
                                        examples: [{th: "แผนผัง", en: "A chart"}]""")
                .replace("asOf: \"2567-03-31\"}", "asOf: \"2567-03-31\", provenance: verified}");
        var framework = read(yaml);
        var item = framework.item("o1").orElseThrow();
        assertThat(item.provenance()).isEqualTo("verified");
        assertThat(item.provenances()).isEqualTo(Map.of("guidance", "provisional"));
        assertThat(item.examples()).containsExactly(Map.of("th", "แผนผัง", "en", "A chart"));
        assertThat(item.elements().getFirst().provenance()).isEqualTo("verified");
        var nine = framework.instrument("oit").orElseThrow().indicator("9").orElseThrow();
        assertThat(nine.provenance()).isEqualTo("official");
        assertThat(read(FrameworkFile.json(framework))).isEqualTo(framework);
    }

    @Test
    void provenanceIsOfSomethingWritten() {
        var yaml = SMALL.replace("guidance: {th: \"คำแนะนำ\", en: \"Guidance\"}", "provenances: {guidance: official}");
        assertThat(faults(yaml))
                .extracting(Fault::pointer, Fault::reason)
                .containsExactly(tuple(
                        "/instruments/2/indicators/0/subIndicators/0/items/0/provenances/guidance", "unknown-key"));
    }

    @Test
    void aLanguageIsSpokenByTheWholeSurveyOrNotAtAll() {
        var lao = SMALL.replace("languages: [th, en]", "languages: [th, en, lo]\ntranslations: {lo: unofficial}");
        assertThat(faults(lao)).extracting(Fault::reason).containsExactly("unspoken-language");
        var half = lao.replaceFirst(
                Pattern.quote("text: {th: \"ข้อ\", en: \"Item\"}\n            options"),
                "text: {th: \"ข้อ\", en: \"Item\", lo: \"ຂໍ້\"}\n            options");
        assertThat(faults(half)).hasSize(20).allSatisfy(fault -> {
            assertThat(fault.reason()).isEqualTo("half-translated");
            assertThat(fault.pointer()).startsWith("/instruments/0/").endsWith("/lo");
            assertThat(fault.line()).isBetween(15, 55);
        });
        var whole = lao.replace("th: \"ข้อ\"", "lo: \"ຂໍ້\", th: \"ข้อ\"")
                .replace("text: {th:", "text: {lo: \"ຂໍ້\", th:")
                .replace("label: {", "label: {lo: \"ບໍ່\", ")
                .replace("lo: \"ຂໍ້\", lo: \"ຂໍ້\"", "lo: \"ຂໍ້\"");
        assertThat(read(whole.replace("text: {lo: \"ຂໍ້\", lo:", "text: {lo:")).languages())
                .contains("lo");
    }

    @Test
    void aFurtherLanguageSaysWhoStandsBehindIt() {
        var lao = SMALL.replace("languages: [th, en]", "languages: [th, en, lo]");
        assertThat(faults(lao)).extracting(Fault::pointer).contains("/translations");
        assertThat(faults(lao + "translations: {lo: guessed, km: official}\n"))
                .extracting(Fault::pointer, Fault::reason)
                .containsExactlyInAnyOrder(
                        tuple("/translations/lo", "unknown-value"),
                        tuple("/translations/km", "unknown-key"),
                        tuple("/languages", "unspoken-language"));
    }

    @Test
    void everyFaultHasItsLine() {
        var yaml = SMALL.replace("weight: 0.40", "weight: 0.50").replace("fiscalYear: 2567", "fiscalYear: 2024");
        int weight = 1
                + (int) yaml.substring(0, yaml.indexOf("instruments:"))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        assertThat(faults(yaml))
                .extracting(Fault::pointer, Fault::line)
                .containsExactly(tuple("/fiscalYear", 2), tuple("/instruments", weight));
        assertThat(faults(FrameworkFile.json(Sample.small()).replace("\"places\":2", "\n\"places\":9")))
                .extracting(Fault::line)
                .containsExactly(2);
        assertThat(faults("name: x\n  y: ["))
                .extracting(Fault::reason, Fault::line)
                .containsExactly(tuple("unreadable", 2));
    }

    @Test
    void whatIsMissingIsMissedWhereItBelongs() {
        var yaml = SMALL.replaceFirst("label: \\{th: \"น้อย\", en: \"Little\"\\}", "label: {th: \"น้อย\"}");
        assertThat(faults(yaml))
                .extracting(Fault::pointer, Fault::reason, Fault::line)
                .containsExactly(
                        tuple("/instruments/0/indicators/0/items/0/subItems/0/options/1/label/en", "missing", 23));
    }

    @Test
    void duplicateKeysAreAllNamed() {
        var yaml = SMALL.replace("provenance: provisional", "provenance: provisional\nname: small\nfiscalYear: 2568");
        assertThat(faults(yaml))
                .extracting(Fault::pointer, Fault::reason, Fault::line)
                .containsExactly(tuple("/name", "duplicate-key", 5), tuple("/fiscalYear", "duplicate-key", 6));
    }

    /** Each level doubles the one before: a reader that follows aliases would build a billion texts. */
    @Test
    void anAliasIsNotFollowed() {
        var bomb = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (int i = 1; i < 40; i++) bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        assertThat(faults(bomb.toString())).anySatisfy(fault -> {
            assertThat(fault.reason()).isEqualTo("anchor");
            assertThat(fault.line()).isEqualTo(1);
        });
        assertThat(faults("a: &x\n  b: *x\n")).extracting(Fault::reason).contains("anchor");
        assertThat(faults(with("<<: *other\n"))).isNotEmpty();
    }

    @Test
    void subItemsHaveNoSubItems() {
        var yaml = SMALL.replaceFirst(
                "text: \\{th: \"ก\", en: \"A\"\\}",
                "text: {th: \"ก\", en: \"A\"}\n                subItems: [{code: i1.1.1}]");
        assertThat(faults(yaml))
                .extracting(Fault::pointer, Fault::reason)
                .containsExactly(
                        tuple("/instruments/0/indicators/0/items/0/subItems/0/subItems", "sub-item-within-sub-item"));
    }

    @Test
    void aSubItemIsNotItsOwnItem() {
        assertThat(faults(SMALL.replace("code: i1.1\n", "code: i1\n")))
                .extracting(Fault::reason)
                .contains("duplicate-code", "bad-code");
    }

    @Test
    void nothingTooLargeOrTooDeepIsRead() {
        var large = SMALL + "# " + "x".repeat(Source.LARGEST) + "\n";
        assertThat(faults(large))
                .extracting(Fault::reason, Fault::actual)
                .containsExactly(tuple("too-large", large.length()));
        assertThat(faults("{\"name\":" + "[".repeat(100) + "]".repeat(100) + "}"))
                .extracting(Fault::reason)
                .contains("too-deep");
        assertThat(faults("{\"name\":" + "[".repeat(5000) + "]".repeat(5000) + "}"))
                .extracting(Fault::reason)
                .containsExactly("unreadable");
        assertThat(faults("x: " + "[".repeat(3000) + "]".repeat(3000))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\nname: a\n---\nname: b\n", "{\"name\":\"a\"}{\"name\":\"b\"}"})
    void oneDocumentIsOne(String text) {
        assertThat(faults(text)).extracting(Fault::reason).contains("more-than-one-document");
    }

    @Test
    void datesOfTwoErasAreMoreLikelyASlip() {
        var second = "asOf: \"2567-03-31\"}, {code: \"2\", text: {th: \"ข\", en: \"B\"}, asOf: ";
        assertThat(faults(SMALL.replace("asOf: \"2567-03-31\"}", second + "\"2024-06-30\"}")))
                .extracting(Fault::pointer, Fault::reason, Fault::actual)
                .containsExactly(tuple(
                        "/instruments/2/indicators/0/subIndicators/0/items/0/elements/1/asOf",
                        "mixed-eras",
                        "2024-06-30"));
        assertThat(faults(SMALL.replace("asOf: \"2567-03-31\"}", second + "\"2567-06-30\"}")))
                .isEmpty();
    }

    @Test
    void anAnchorOnAKeyIsOneToo() {
        assertThat(faults(SMALL.replaceFirst("name: small", "&a name: small")))
                .extracting(Fault::reason)
                .contains("anchor");
    }

    @Test
    void whatIsNoNumberIsSaidToBeNone() {
        assertThat(faults(SMALL.replace("weight: 0.40", "weight: .nan")))
                .extracting(Fault::pointer, Fault::reason)
                .containsExactly(tuple("/instruments/2/weight", "wrong-kind"));
    }

    @Test
    void aLevelThatABetterOneImpliesIsNeverReached() {
        var yaml = SMALL.replace("totalMin: 85, everyInstrumentMin: 85}", "totalMin: 85, everyInstrumentMin: 99}");
        assertThat(faults(yaml))
                .extracting(Fault::pointer, Fault::reason)
                .containsExactly(tuple("/levels/1", "unreachable-level"));
    }
}
