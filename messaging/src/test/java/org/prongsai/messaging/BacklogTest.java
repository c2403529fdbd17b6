package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final long SECOND = 1_000_000_000L;

    private final Backlog backlog = new Backlog();

    @Test
    void who_has_read_everything_is_not_behind() {
        backlog.standsAt(10);
        backlog.endsAt(10, 5 * SECOND);
        assertThat(backlog.records()).isZero();
        assertThat(backlog.seconds(100 * SECOND)).isZero();
    }

    @Test
    void a_record_waits_since_the_first_look_that_saw_an_end_beyond_it() {
        backlog.standsAt(10);
        backlog.endsAt(12, SECOND);
        backlog.endsAt(20, 3 * SECOND);
        backlog.endsAt(20, 5 * SECOND);
        assertThat(backlog.records()).isEqualTo(10);
        assertThat(backlog.seconds(7 * SECOND)).isEqualTo(6);
        backlog.standsAt(11);
        assertThat(backlog.seconds(7 * SECOND)).isEqualTo(6);
        backlog.standsAt(12);
        assertThat(backlog.seconds(7 * SECOND)).isEqualTo(4);
        backlog.standsAt(20);
        assertThat(backlog.seconds(7 * SECOND)).isZero();
        backlog.endsAt(21, 9 * SECOND);
        assertThat(backlog.seconds(10 * SECOND)).isEqualTo(1);
    }

    @Test
    void after_days_a_record_may_seem_older_than_it_is_and_never_younger() {
        for (int look = 1; look <= 10_000; look++) {
            backlog.endsAt(look, look * SECOND);
        }
        assertThat(backlog.records()).isEqualTo(10_000);
        assertThat(backlog.seconds(10_000 * SECOND)).isEqualTo(9_999);
        backlog.standsAt(9_998);
        assertThat(backlog.seconds(10_000 * SECOND)).isBetween(1.0, 9_999.0);
    }

    @Test
    void what_is_in_hand_waits_since_it_came_though_no_look_has_seen_it() {
        backlog.standsAt(10);
        backlog.endsAt(10, SECOND);
        backlog.standsAt(10);
        backlog.holds(15, 2 * SECOND);
        backlog.holds(15, 20 * SECOND);
        assertThat(backlog.records()).isEqualTo(5);
        assertThat(backlog.seconds(30 * SECOND)).isEqualTo(28);
        backlog.endsAt(17, 31 * SECOND);
        backlog.holds(15, 32 * SECOND);
        assertThat(backlog.records()).isEqualTo(7);
        backlog.standsAt(15);
        assertThat(backlog.seconds(33 * SECOND)).isEqualTo(2);
        backlog.standsAt(17);
        assertThat(backlog.seconds(33 * SECOND)).isZero();
    }
}
