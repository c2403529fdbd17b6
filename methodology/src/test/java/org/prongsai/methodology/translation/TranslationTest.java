package org.prongsai.methodology.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.Sample;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.file.TranslationFile;
import org.prongsai.methodology.framework.Framework;

class TranslationTest {
    private static final String LAO = """
            language: lo
            name: {own: ລາວ, th: ภาษาลาว, en: Lao}
            status: unofficial
            frameworks: [small]
            questions:
              e1: {text: "ຄຳຖາມ ໜຶ່ງ", options: {"1": ບໍ່ມີ, "2": ມີ, na: ບໍ່ຮູ້}}
              e2: {text: "ຄຳຖາມ ສອງ", options: {"1": ບໍ່ມີ, "2": ມີ, na: ບໍ່ຮູ້}}
            words: {start: ເລີ່ມ}
            """;

    private static Translation lao(String yaml) {
        return TranslationFile.parse(yaml).orThrow();
    }

    @Test
    void aSurveyComesToSpeakOneMoreLanguage() {
        var spoken = lao(LAO).into(Sample.small()).orThrow();
        assertThat(spoken.languages()).containsExactly("th", "en", "lo");
        assertThat(spoken.translations()).isEqualTo(Map.of("lo", "unofficial"));
        var e1 = spoken.item("e1").orElseThrow();
        assertThat(e1.text()).containsEntry("lo", "ຄຳຖາມ ໜຶ່ງ").containsEntry("en", "Item");
        assertThat(e1.options().getLast().label()).containsEntry("lo", "ບໍ່ຮູ້");
        assertThat(e1.options().getFirst().value()).isEqualTo(100);
        assertThat(spoken.instrument("iit")).isEqualTo(Sample.small().instrument("iit"));
        assertThat(FrameworkFile.parse(FrameworkFile.json(spoken)).orThrow()).isEqualTo(spoken);
    }

    @Test
    void sayingItTwiceChangesNothing() {
        var once = lao(LAO).into(Sample.small()).orThrow();
        assertThat(lao(LAO).into(once).orThrow()).isEqualTo(once);
    }

    @Test
    void whatHasNoWordsOrNoPlaceIsNamed() {
        var yaml = LAO.replace(", na: ບໍ່ຮູ້}}\n  e2: {", ", x: ບໍ່ຮູ້}}\n  e9: {");
        assertThat(lao(yaml).into(Sample.small()).problems())
                .extracting(Fault::pointer, Fault::reason)
                .containsExactlyInAnyOrder(
                        tuple("/questions/e1/options/na", "missing"),
                        tuple("/questions/e1/options/x", "unknown-option"),
                        tuple("/questions/e2", "missing"),
                        tuple("/questions/e9", "unknown-question"));
    }

    @Test
    void subItemsHaveWordsOfTheirOwn() {
        var phrase = new Phrase("x", Map.of("1", "a", "2", "b", "3", "c", "4", "d", "na", "e"));
        var two = new Phrase("x", Map.of("1", "a", "2", "b", "na", "e"));
        var staff = new Translation(
                "lo",
                Map.of(),
                "official",
                List.of("small"),
                Map.of("i1", new Phrase("x", Map.of()), "i1.1", phrase, "i1.2", phrase, "i2", two, "i3", two),
                Map.of());
        var spoken = staff.into(Sample.small()).orThrow();
        assertThat(spoken.item("i1")
                        .orElseThrow()
                        .subItems()
                        .getLast()
                        .options()
                        .getFirst()
                        .label())
                .containsEntry("lo", "a");
        assertThat(FrameworkFile.parse(FrameworkFile.json(spoken)).problems()).isEmpty();
    }

    @Test
    void aFileSaysWhatIsWrongWithIt() {
        var yaml = LAO.replace("language: lo", "language: Lao!")
                .replace("status: unofficial", "status: guessed")
                .replace("start: ເລີ່ມ", "start: 5");
        assertThat(TranslationFile.parse(yaml).problems())
                .extracting(Fault::pointer, Fault::line)
                .containsExactlyInAnyOrder(tuple("/language", 1), tuple("/status", 3), tuple("/words/start", 8));
        assertThat(TranslationFile.parse("language: [").problems())
                .extracting(Fault::reason)
                .containsExactly("unreadable");
        assertThat(TranslationFile.parse("").problems()).isNotEmpty();
    }

    @Test
    void itIsForTheFrameworksItNames() {
        assertThat(lao(LAO).isFor(Sample.small())).isTrue();
        assertThat(lao(LAO.replace("[small]", "[large]")).isFor(Sample.small())).isFalse();
    }

    @Test
    void thaiAndEnglishAreNoTranslations() {
        assertThat(lao(LAO.replace("status: unofficial", "status: original"))
                        .into(Sample.small())
                        .problems())
                .extracting(Fault::reason)
                .containsExactly("original-language");
        assertThat(lao(LAO.replace("language: lo", "language: th"))
                        .into(Sample.small())
                        .problems())
                .extracting(Fault::reason)
                .containsExactly("original-language");
    }

    @Test
    void aNameWithoutAYearIsThatOfEveryYear() {
        var every = lao(LAO.replace("[small]", "[ita-immigration]"));
        assertThat(every.isFor(named("ita-immigration"))).isTrue();
        assertThat(every.isFor(named("ita-immigration-2571"))).isTrue();
        assertThat(every.isFor(named("ita-immigration-police-2571"))).isFalse();
        assertThat(every.isFor(named("ita-immigration-25711"))).isFalse();
        assertThat(every.isFor(named("my-ita-immigration-2571"))).isFalse();
        var one = lao(LAO.replace("[small]", "[ita-immigration-2570]"));
        assertThat(one.isFor(named("ita-immigration-2570"))).isTrue();
        assertThat(one.isFor(named("ita-immigration-2571"))).isFalse();
        assertThat(one.isFor(named("ita-immigration"))).isFalse();
    }

    private static Framework named(String name) {
        String small = FrameworkFile.json(Sample.small());
        return FrameworkFile.parse(small.replaceFirst("\"name\"\\s*:\\s*\"small\"", "\"name\":\"" + name + "\""))
                .orThrow();
    }
}
