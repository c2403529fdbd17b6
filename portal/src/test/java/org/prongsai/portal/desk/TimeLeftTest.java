package org.prongsai.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prongsai.portal.speech.Speech;
import org.prongsai.portal.speech.Words;
import org.prongsai.portal.speech.WordsReader;

class TimeLeftTest {

    private static final Instant NOW = Instant.parse("2027-01-10T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "P2DT3H59M59S, 2 days 3 hours",
        "P1D, 1 day",
        "PT23H1M, 23 hours 1 minute",
        "PT1H, 1 hour",
        "PT59S, less than a minute",
        "PT-1H, less than a minute"
    })
    void itIsNeverMoreThanThereIs(String left, String said) {
        assertThat(TimeLeft.between(NOW, NOW.plus(Duration.parse(left))).in(speech("en")))
                .isEqualTo(said);
    }

    @Test
    void aDayThatEndsAtMidnightEndsAtTwentyFour() {
        var end = Instant.parse("2027-01-12T17:00:00Z");
        assertThat(Deadline.moment(speech("th"), end)).isEqualTo("12 มกราคม 2570 เวลา 24:00 น.");
        assertThat(Deadline.moment(speech("en"), end.minusSeconds(3600))).isEqualTo("January 12, 2027, 23:00");
    }

    private static Speech speech(String code) {
        return WordsReader.words().speech(code, null, Words.EVERYWHERE);
    }
}
