package org.prongsai.assessment.turnout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MorningTest {

    @ParameterizedTest
    @CsvSource({
        "2027-01-11T23:00:00Z,       2027-01-12", // six o'clock
        "2027-01-12T07:32:10Z,       2027-01-12", // down until the afternoon
        "2027-01-12T16:59:59.999Z,   2027-01-12", // the last moment of the day
        "2027-01-12T17:00:00Z,", // after midnight one waits for the next morning
        "2027-01-12T22:59:59.999Z,"
    })
    void a_morning_is_due_from_six_until_midnight(Instant now, LocalDate day) {
        assertThat(Morning.due(now).orElse(null)).isEqualTo(day);
    }

    @Test
    void an_instant_is_shown_as_the_clock_in_bangkok_has_it() {
        assertThat(Morning.local(Instant.parse("2027-01-11T23:00:00.842Z"))).hasToString("2027-01-12T06:00+07:00");
    }
}
