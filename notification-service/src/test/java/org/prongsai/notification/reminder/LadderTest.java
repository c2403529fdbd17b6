package org.prongsai.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prongsai.contracts.assessment.RoundState.StepOverride;
import org.prongsai.notification.Samples;

class LadderTest {
    private static final Ladder LADDER = new Ladder(List.of(14, 7, 3, 1, 0), LocalTime.of(8, 0));
    private static final Instant OPENS = Instant.parse("2027-01-31T17:00:00Z");
    /** The last day is 28 February, until 24:00 in Bangkok. */
    private static final Instant CLOSES = Instant.parse("2027-02-28T17:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2027-02-14T00:59:59Z,", // one second before 08:00 in Bangkok, 14 days before the last day
        "2027-02-14T01:00:00Z,14",
        "2027-02-21T00:59:59Z,14",
        "2027-02-21T01:00:00Z,7",
        "2027-02-27T01:00:00Z,1",
        "2027-02-28T00:59:59Z,1",
        "2027-02-28T01:00:00Z,0",
        "2027-02-28T16:59:59Z,0",
        "2027-02-28T17:00:00Z,"
    })
    void the_last_rung_reached_counts_and_none_after_the_deadline(Instant now, Integer rung) {
        var deadline = new Deadline("oit", OPENS, CLOSES);
        assertThat(LADDER.reached(deadline, now)).isEqualTo(java.util.Optional.ofNullable(rung));
    }

    @Test
    void a_short_window_is_told_of_when_it_opens_and_not_before() {
        var opens = Instant.parse("2027-02-22T17:00:00Z");
        var week = new Deadline("approval", opens, CLOSES);
        assertThat(LADDER.reached(week, opens.minusSeconds(1))).isEmpty();
        assertThat(LADDER.reached(week, opens)).hasValue(7);
    }

    @Test
    void a_window_that_ends_in_the_morning_has_no_last_day_reminder() {
        var early = new Deadline("oit", OPENS, Instant.parse("2027-02-28T00:30:00Z"));
        assertThat(LADDER.reached(early, Instant.parse("2027-02-28T00:29:59Z"))).hasValue(1);
    }

    @Test
    void the_nearest_ancestors_window_is_the_deadline() {
        var later = CLOSES.plusSeconds(86400);
        var latest = CLOSES.plusSeconds(2 * 86400);
        var round = Samples.round(
                "r",
                List.of(Samples.window("oit", OPENS, CLOSES)),
                List.of(
                        new StepOverride("bureau", "oit", OPENS, later, ""),
                        new StepOverride("division", "oit", OPENS, latest, ""),
                        new StepOverride("division", "eit", OPENS, later, "")));
        assertThat(Deadline.of(round, "oit", Samples.unit("north"))).hasValue(new Deadline("oit", OPENS, latest));
        var other = Samples.agency("other", "province", List.of("root", "other"));
        assertThat(Deadline.of(round, "oit", other)).hasValue(new Deadline("oit", OPENS, CLOSES));
        assertThat(Deadline.of(round, "eit", other)).isEmpty();
    }
}
