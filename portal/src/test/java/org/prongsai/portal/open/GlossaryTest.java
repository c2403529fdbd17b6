package org.prongsai.portal.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.prongsai.portal.speech.Words;
import org.prongsai.portal.speech.WordsReader;

class GlossaryTest {

    private static final Words WORDS = WordsReader.words();

    @Test
    void inEnglishTermsComeInTheOrderOfTheAlphabetWhateverTheirCase() {
        assertThat(terms("en").stream().map(Glossary.Term::en))
                .startsWith("change key", "code at the counter", "comment", "coordinator", "EIT")
                .endsWith("synthetic", "ticket", "turnout");
    }

    @Test
    void inThaiAVowelWrittenFirstIsLookedForUnderItsConsonant() {
        assertThat(terms("th").stream().map(Glossary.Term::th))
                .startsWith("การซ้อม", "ข้อมูลสมมติ", "ความคิดเห็น", "คะแนน")
                .containsSubsequence(
                        "จำนวนผู้ตอบ",
                        "ใบเชิญ",
                        "ผู้ดูแลระบบของหน่วยงาน",
                        "ไม่แสดงเพื่อคุ้มครองผู้ตอบ",
                        "รอบการประเมิน");
    }

    @Test
    void whatPagesSayIsExplainedInBothLanguages() {
        assertThat(terms("th")).hasSameElementsAs(terms("en")).allSatisfy(term -> assertThat(
                        List.of(term.th(), term.en(), term.thMeans(), term.enMeans()))
                .doesNotContain(""));
        assertThat(terms("en").stream().map(Glossary.Term::key))
                .contains("term-slip", "term-key-fingerprint", "term-counter-code", "term-comment", "term-rehearsal");
    }

    /** What is explained is called on other pages as it is explained. */
    @Test
    void termsAreThoseOfTheOtherPages() {
        for (var language : Words.EVERYWHERE) {
            var speech = WORDS.in(language);
            assertThat(speech.say("term-key-fingerprint")).isEqualToIgnoringCase(speech.say("slip-key"));
            assertThat(speech.say("term-counter-code")).isEqualToIgnoringCase(speech.say("counter-code"));
            assertThat(speech.say("term-change-key")).isEqualToIgnoringCase(speech.say("change-key"));
            assertThat(speech.say("term-receipt")).isEqualToIgnoringCase(speech.say("receipt"));
            assertThat(speech.say("comment").toLowerCase(Locale.ROOT)).contains(speech.say("term-comment"));
            assertThat(speech.say("rehearsal").toLowerCase(Locale.ROOT)).contains(speech.say("term-rehearsal"));
            assertThat(speech.say("way-slips")).startsWith(speech.say("term-slip"));
        }
    }

    private static List<Glossary.Term> terms(String language) {
        return Glossary.of(WORDS, language).terms();
    }
}
