package org.prongsai.assessment.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.letter.Letter.Enclosed;
import org.prongsai.assessment.letter.LetterText.Notice;
import org.prongsai.assessment.report.ComplaintSettings.Channel;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.methodology.calendar.Window;
import org.prongsai.web.Language;

class LetterTextTest {

    private static final Map<String, String> CHIANGMAI =
            Map.of("th", "ตม.จว.เชียงใหม่", "en", "Chiang Mai\nImmigration");
    private static final List<Channel> OFFICES = List.of(
            new Channel(Map.of("th", "สายด่วน", "en", "Hotline"), "1205", "https://complain.example"),
            new Channel(Map.of("th", "สอง", "en", "Second"), "1206", "https://second.example"));

    @Test
    void it_says_what_the_code_is_until_when_which_key_signs_that_nobody_joins_it_and_where_to_complain() {
        var text = LetterText.of(notice(Window.of("2026-11-01", "2026-11-30")), Language.EN);
        assertThat(text.subject())
                .isEqualTo("Your invitation: survey of internal stakeholders (IIT), Chiang Mai Immigration");
        assertThat(text.body())
                .contains(
                        "Chiang Mai Immigration",
                        "Test round",
                        LetterText.CODE,
                        "until 30 November 2026, 24:00 (Bangkok time)",
                        "the-key",
                        "Nobody can join your code to your answers",
                        "Hotline, 1205, https://complain.example\nSecond, 1206, https://second.example")
                .doesNotContain("null", "{0}");
    }

    @Test
    void it_speaks_thai_in_buddhist_years() {
        var end = Instant.parse("2026-11-30T09:30:00Z");
        var text = LetterText.of(notice(new Window(end.minusSeconds(60), end)), Language.TH);
        assertThat(text.body())
                .contains(
                        "ตม.จว.เชียงใหม่",
                        "วันที่ 30 พฤศจิกายน 2569 เวลา 16.30 น.",
                        "the-key",
                        "สายด่วน, 1205",
                        LetterText.CODE)
                .doesNotContain("null", "{0}");
        assertThat(text.language()).isEqualTo("th");
    }

    @Test
    void a_letter_carries_its_own_code_and_shows_it_to_nobody_else() {
        var text = LetterText.of(notice(Window.of("2026-11-01", "2026-11-30")), Language.TH);
        var letter = new Letter(
                UUID.randomUUID(), 1, 1, Instant.EPOCH, new Enclosed("a@b.go.th", "AAAA-BBBB-CCCC-DDDD"), text);
        assertThat(letter.body()).contains("    AAAA-BBBB-CCCC-DDDD\n").doesNotContain(LetterText.CODE);
        assertThat(letter.toString() + letter.enclosed()).doesNotContain("AAAA", "a@b");
        assertThat(Enclosed.of(letter.enclosed().plain())).isEqualTo(letter.enclosed());
    }

    private static Notice notice(Window window) {
        var survey = Given.survey("iit");
        var dated = new Survey(survey.of(), survey.framework(), survey.instrument(), survey.form(), window);
        return new Notice(dated, CHIANGMAI, "the-key", OFFICES);
    }
}
