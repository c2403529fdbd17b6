package org.prongsai.assessment.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.pool.Place;
import org.prongsai.assessment.reception.Waiting.Row;

class WaitingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final Place BUSY = new Place("r", "busy", "eit", "1");
    private static final Place QUIET = new Place("r", "quiet", "eit", "1");

    private final Waiting waiting = new Waiting();

    @Test
    void numbers_of_a_place_leave_together_from_k_answers_on() {
        for (int n = 0; n < 4; n++) waiting.add(BUSY, 5, DAY, "th", "self");
        waiting.add(QUIET, 5, DAY, "my", "agent");
        assertThat(waiting.take(false)).isEmpty();
        waiting.add(BUSY, 5, DAY.plusDays(1), null, null);
        assertThat(waiting.take(false))
                .containsExactlyInAnyOrder(
                        new Row(BUSY, Kind.DAY, "2026-11-26", 4),
                        new Row(BUSY, Kind.DAY, "2026-11-27", 1),
                        new Row(BUSY, Kind.LANGUAGE, "th", 4),
                        new Row(BUSY, Kind.LANGUAGE, "unsaid", 1),
                        new Row(BUSY, Kind.CAPACITY, "self", 4),
                        new Row(BUSY, Kind.CAPACITY, "unsaid", 1));
        assertThat(waiting.take(false)).isEmpty();
    }

    @Test
    void at_the_end_everything_leaves_once() {
        waiting.add(QUIET, 5, DAY, "my", "agent");
        assertThat(waiting.take(true)).hasSize(3);
        assertThat(waiting.take(true)).isEmpty();
    }

    @Test
    void what_could_not_be_written_leaves_the_next_time_with_what_came_meanwhile() {
        for (int n = 0; n < 5; n++) waiting.add(BUSY, 5, DAY, "th", "self");
        var failed = waiting.take(false);
        waiting.add(BUSY, 5, DAY, "en", "self");
        waiting.putBack(failed);
        assertThat(waiting.take(false))
                .containsExactlyInAnyOrderElementsOf(List.of(
                        new Row(BUSY, Kind.DAY, "2026-11-26", 6),
                        new Row(BUSY, Kind.LANGUAGE, "th", 5),
                        new Row(BUSY, Kind.LANGUAGE, "en", 1),
                        new Row(BUSY, Kind.CAPACITY, "self", 6)));
    }
}
