package org.prongsai.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingIsLeftUnsaid(Language language) {
        for (ProblemType type : ProblemType.values()) {
            Stream.of("title", "meaning", "way").forEach(part -> assertThat(language.text(type.slug() + "." + part))
                    .isNotBlank());
        }
        for (Reason reason : Reason.values()) {
            assertThat(language.text("reason." + reason.key())).isNotBlank().doesNotContain("'");
            Stream.of("happened", "meaning", "way")
                    .forEach(part -> assertThat(language.text("visit." + VisitorHtml.topic(reason) + "." + part))
                            .isNotBlank());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thePagesHaveTheirWords(Language language) {
        Stream.of("status", "meaning", "way", "all", "list", "lead", "other")
                .forEach(word -> assertThat(language.text("page." + word)).isNotBlank());
        Stream.of("site", "home", "privacy", "complain", "again", "sign-in")
                .forEach(word -> assertThat(language.text("visit." + word)).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoBroughtACodeToTheWrongUnitIsToldWhereTheRightOneStands(Language language) {
        assertThat(language.text("invitation-unknown.way")).contains("other-agency", "other-round", "\"expected\"");
    }

    @ParameterizedTest
    @CsvSource({
        "1, EN, Too many requests; try again in 1 second.",
        "2, EN, Too many requests; try again in 2 seconds.",
        "60, EN, Too many requests; try again in 60 seconds.",
        "1, TH, ส่งคำขอถี่เกินไป โปรดลองอีกครั้งใน 1 วินาที",
        "60, TH, ส่งคำขอถี่เกินไป โปรดลองอีกครั้งใน 60 วินาที"
    })
    void oneSecondIsNotMany(long seconds, Language language, String sentence) {
        assertThat(Problem.of(new Refusal(Reason.TOO_OFTEN, seconds), language).detail())
                .isEqualTo(sentence);
    }

    @Test
    void theSentenceMayHoldAnApostrophe() {
        assertThat(Problem.of(new Refusal(Reason.TOKEN_INVALID), Language.EN).detail())
                .isEqualTo("The access token was not made by this platform’s sign-in, or not for this platform.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"th | TH", "th-TH,th;q=0.9 | TH", "fr,th;q=0.5,en;q=0.4 | TH", "en | EN", "de | EN", "*** | EN"})
    void theCallerChooses(String accepted, Language language) {
        assertThat(Language.of(accepted)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | | EN",
                "th | en | EN",
                "en | th | TH",
                "de | | EN",
                " | | TH",
                "*** | xx | EN",
                "th;q=0.5,en | | EN"
            })
    void aVisitorWhoReadsNoThaiIsAnsweredInEnglish(String accepted, String chosen, Language language) {
        assertThat(Language.ofVisitor(accepted, chosen)).isEqualTo(language);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void withoutAChoiceItIsEnglish(String accepted) {
        assertThat(Language.of(accepted)).isEqualTo(Language.EN);
    }
}
