package org.prongsai.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.prongsai.portal.speech.WordsReader;

class FaultTest {

    @ParameterizedTest
    @CsvSource({
        "400, UNREADABLE",
        "401, NOT_SIGNED_IN",
        "403, NOT_YOURS",
        "404, NOT_FOUND",
        "405, UNREADABLE",
        "413, TOO_LARGE",
        "415, UNREADABLE",
        "429, BUSY",
        "500, BUG",
        "502, AWAY",
        "503, AWAY",
        "504, AWAY"
    })
    void everyStatusIsSomethingThatAVisitorUnderstands(int status, Fault fault) {
        assertThat(Fault.of(status)).isEqualTo(fault);
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultSaysWhatHappenedWhatItMeansAndWhatToDo(Fault fault) {
        for (String language : new String[] {"th", "en"}) {
            var speech = WordsReader.words().in(language);
            for (String part : new String[] {"title", "what", "do"}) {
                assertThat(speech.say("fault-" + fault.key() + "-" + part)).isNotBlank();
            }
        }
    }
}
