package org.prongsai.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"th|TH", "th-TH,en;q=0.5|TH", "en;q=0.5,th|TH", "de,en;q=0.1|EN", "de|EN", "*|EN", "%%%|EN", "|EN"
            })
    void theCallersFirstLanguageThatWeSpeak(String header, Language expected) {
        assertThat(Language.of(header)).isEqualTo(expected);
    }

    @Test
    void aTextInTheWrongLanguageBeatsNone() {
        var text = Map.of("th", "ผ่านดี", "en", "Good pass");
        assertThat(Language.TH.pick(text)).isEqualTo("ผ่านดี");
        assertThat(Language.EN.pick(Map.of("th", "ผ่านดี"))).isEqualTo("ผ่านดี");
        assertThat(Language.EN.pick(Map.of())).isEmpty();
    }
}
