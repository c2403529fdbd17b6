package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailingTest {

    private final Failing failing = new Failing();

    @Test
    void the_first_failure_is_worth_a_line_and_then_one_in_a_minute() {
        assertThat(failing.failed(at(0))).isTrue();
        assertThat(failing.failed(at(59))).isFalse();
        assertThat(failing.failed(at(60))).isTrue();
        assertThat(failing.failed(at(119))).isFalse();
        assertThat(failing.failed(at(500))).isTrue();
    }

    @Test
    void counts_from_the_first_failure_until_a_success() {
        assertThat(failing.seconds(at(5))).isZero();
        failing.failed(at(5));
        failing.failed(at(8));
        assertThat(failing.seconds(at(9))).isEqualTo(4);
        assertThat(failing.succeeded()).isTrue();
        assertThat(failing.seconds(at(10))).isZero();
        assertThat(failing.succeeded()).isFalse();
        assertThat(failing.failed(at(11))).as("a new failure").isTrue();
    }

    private static long at(int second) {
        return Duration.ofSeconds(second).toNanos();
    }
}
