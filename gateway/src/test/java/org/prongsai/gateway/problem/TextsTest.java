package org.prongsai.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
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
            assertThat(language.text("reason." + reason.key())).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"th | TH", "th-TH,th;q=0.9 | TH", "fr,th;q=0.5,en;q=0.4 | TH", "en | EN", "de | EN", "*** | EN"})
    void theCallerChooses(String accepted, Language language) {
        assertThat(Language.of(accepted)).isEqualTo(language);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void withoutAChoiceItIsEnglish(String accepted) {
        assertThat(Language.of(accepted)).isEqualTo(Language.EN);
    }
}
