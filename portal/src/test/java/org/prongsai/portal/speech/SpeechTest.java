package org.prongsai.portal.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechTest {

    private static final Words WORDS = WordsReader.words();

    @Test
    void gapsAreFilledByName() {
        assertThat(WORDS.in("en").say("question-of", Map.of("n", 3, "of", 9))).isEqualTo("Question 3 of 9");
        assertThat(WORDS.in("th").say("question-of", Map.of("n", 3, "of", 9))).isEqualTo("ข้อ 3 จาก 9");
    }

    @Test
    void whatFillsAGapIsTakenAsItIs() {
        assertThat(WORDS.in("en").say("assessed-with", Map.of("office", "A$1\\{n}")))
                .contains("A$1\\{n}");
    }

    @Test
    void aGapThatNobodyFillsAndAWordThatNobodyWroteAreBugs() {
        assertThatThrownBy(() -> WORDS.in("en").say("question-of", Map.of("n", 3)))
                .hasMessageContaining("question-of needs {of}");
        assertThatThrownBy(() -> WORDS.in("en").say("no-such-word")).hasMessageContaining("no-such-word");
    }

    @Test
    void aLanguageThatLacksAWordSaysItInEnglish() {
        assertThat(WORDS.in("zh").has("home-title")).isFalse();
        assertThat(WORDS.in("zh").say("home-title")).isEqualTo(WORDS.in("en").say("home-title"));
    }

    @Test
    void ofATextInSeveralLanguagesItsOwnIsReadElseEnglishElseThai() {
        var both = new LinkedHashMap<String, String>();
        both.put("th", "ด่าน");
        both.put("en", "Checkpoint");
        assertThat(WORDS.in("th").pick(both)).isEqualTo("ด่าน");
        assertThat(WORDS.in("zh").pick(both)).isEqualTo("Checkpoint");
        assertThat(WORDS.in("zh").picked(both)).isEqualTo("en");
        assertThat(WORDS.in("en").pick(Map.of("th", "ด่าน", "en", " "))).isEqualTo("ด่าน");
        assertThat(WORDS.in("en").pick(Map.of())).isEmpty();
        assertThat(WORDS.in("en").picked(Map.of())).isEqualTo("en");
    }

    /** A day lasts until midnight in Bangkok, so what ends at midnight ended on the day before. */
    @ParameterizedTest
    @CsvSource({
        "2027-06-30T17:00:00Z, en, 'June 30, 2027'",
        "2027-06-30T17:00:00Z, th, '30 มิถุนายน 2570'",
        "2027-06-30T16:59:59Z, en, 'June 30, 2027, 23:59'",
        "2027-06-30T09:30:00Z, en, 'June 30, 2027, 16:30'",
        "2027-06-30T09:30:00Z, th, '30 มิถุนายน 2570 เวลา 16:30 น.'",
        "2027-06-30T09:30:00Z, zh, '2027年6月30日, 16:30'",
        "2026-12-31T17:00:00Z, th, '31 ธันวาคม 2569'"
    })
    void anEndIsSaidAsTheLastDayOnWhichItCanBeDone(String end, String language, String said) {
        assertThat(WORDS.in(language).until(Instant.parse(end))).isEqualTo(said);
    }

    @Test
    void aBeginningIsSaidAsItsDay() {
        assertThat(WORDS.in("th").day(Instant.parse("2026-12-31T17:00:00Z"))).isEqualTo("1 มกราคม 2570");
        assertThat(WORDS.in("zh").day(Instant.parse("2026-12-31T17:00:00Z"))).isEqualTo("2027年1月1日");
    }
}
