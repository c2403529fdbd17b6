package org.prongsai.portal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.portal.survey.Form;

class FilledTest {

    private static final String FRESH = Token.of(new byte[] {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    });
    private static final String OTHER = Token.of(new byte[Token.BYTES]);

    static final Form FORM = new Form(
            "r", "eit", "f@1", List.of("th", "en", "zh"), List.of(question("e1", "1", "2"), question("e2", "1", "na")));

    private static Form.Question question(String code, String... options) {
        return new Form.Question(
                code,
                "6",
                Map.of("en", code),
                "provisional",
                List.of(options).stream()
                        .map(option -> new Form.Option(option, Map.of("en", option)))
                        .toList());
    }

    private static Filled filled(String... fields) {
        var map = new HashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) map.put(fields[i], fields[i + 1]);
        return Filled.of(FORM, map, FRESH);
    }

    @Test
    void onlyQuestionsAndOptionsOfTheFormAreTaken() {
        var filled = filled("e1", "2", "e2", "7", "e9", "1", "do", "review");
        assertThat(filled.answers()).isEqualTo(Map.of("e1", "2"));
        assertThat(filled.missing(FORM)).containsExactly("e2");
    }

    @Test
    void theTokenOfThePageStaysSoThatSendingTwiceIsOneAnswer() {
        assertThat(filled("token", OTHER).sentToken()).isEqualTo(OTHER);
        assertThat(filled("token", "broken").sentToken()).isEqualTo(FRESH);
        assertThat(filled().sentToken()).isEqualTo(FRESH);
    }

    @Test
    void theKeyOfAnEarlierAnswerBeatsTheToken() {
        assertThat(filled("token", FRESH, "key", " " + OTHER + " ").sentToken()).isEqualTo(OTHER);
        assertThat(filled("key", "no key").wrongKey()).isTrue();
        assertThat(filled("key", "").wrongKey()).isFalse();
    }

    @Test
    void whatIsSentSaysNoMoreThanWasChosen() {
        var sent = filled("e1", "1", "e2", "na", "capacity", "", "counterCode", " ")
                .submission(FORM, "zh");
        assertThat(sent.capacity()).isNull();
        assertThat(sent.counterCode()).isNull();
        assertThat(sent.language()).isEqualTo("zh");
        assertThat(sent.framework()).isEqualTo("f@1");
        assertThat(sent.part()).isEqualTo("1");
        var more = filled("capacity", "agent", "counterCode", "ABCD-EFGH").submission(FORM, "xx");
        assertThat(more.capacity()).isEqualTo("agent");
        assertThat(more.counterCode()).isEqualTo("ABCD-EFGH");
        assertThat(more.language()).as("a language that the form does not have").isEqualTo("en");
        assertThat(filled("capacity", "boss").capacity()).isEmpty();
    }

    @Test
    void neitherAnswersNorKeysEverComeIntoALine() {
        assertThat(filled("e1", "1", "key", OTHER)).hasToString("Filled[…]");
        assertThat(filled("e1", "1").submission(FORM, "en")).hasToString("Submission[…]");
    }
}
