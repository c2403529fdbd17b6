package org.prongsai.assessment.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final TrafficSettings SETTINGS = new TrafficSettings(Duration.ofMinutes(10), 60, 2000, 20);

    @Test
    void a_window_counts_what_came_in_it_whatever_the_order_of_slices() {
        var random = new Random(11);
        for (int run = 0; run < 200; run++) {
            var came = new ArrayList<Long>();
            var traffic = Traffic.NONE;
            long now = 1_000_000 + random.nextInt(1000);
            for (int n = 0; n < 60; n++) {
                now += random.nextInt(n % 7 == 0 ? 15 : 2);
                came.add(now);
                traffic = traffic.plusOne(now);
                for (int later = 0; later < 2 * Traffic.SLICES; later++) {
                    long end = now + later;
                    assertThat(traffic.sum(end)).isEqualTo((int) came.stream()
                            .filter(slice -> slice > end - Traffic.SLICES)
                            .count());
                }
            }
        }
    }

    @Test
    void a_clock_that_goes_back_loses_nothing() {
        var traffic = Traffic.NONE.plusOne(50).plusOne(40);
        assertThat(traffic.sum(40)).isEqualTo(2);
        assertThat(traffic.sum(59)).isEqualTo(2);
        assertThat(traffic.sum(60)).isZero();
    }

    @Test
    void a_unit_has_as_many_as_its_users_make_likely_and_never_less_than_the_smallest() {
        assertThat(SETTINGS.limit(0)).isEqualTo(60);
        assertThat(SETTINGS.limit(500)).isEqualTo(60);
        assertThat(SETTINGS.limit(36_000)).isEqualTo(60);
        assertThat(SETTINGS.limit(60_000)).isEqualTo(100);
        assertThat(SETTINGS.limit(10_000_000)).isEqualTo(16_667);
    }

    @Test
    void each_doubling_makes_the_puzzle_a_step_harder_up_to_the_hardest() {
        assertThat(new Pressure(59, 60).calm()).isTrue();
        assertThat(new Pressure(60, 60).calm()).isFalse();
        int[] came = {60, 119, 120, 239, 240, 479, 480, 1_000_000, Integer.MAX_VALUE};
        assertThat(IntStream.of(came).map(each -> new Pressure(each, 60).step()))
                .containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 4);
        assertThat(new Pressure(Integer.MAX_VALUE, Integer.MAX_VALUE).step()).isEqualTo(1);
    }

    @Test
    void settings_name_the_key_that_is_wrong() {
        assertThatThrownBy(() -> new TrafficSettings(Duration.ZERO, 60, 2000, 20))
                .hasMessageContaining("prongsai.traffic.window is PT0S");
        assertThatThrownBy(() -> new TrafficSettings(Duration.ofMinutes(10), 0, 2000, 20))
                .hasMessageContaining("prongsai.traffic.calm is 0");
        assertThatThrownBy(() -> new TrafficSettings(Duration.ofMinutes(10), 60, 0, 20))
                .hasMessageContaining("prongsai.traffic.open-hours");
        assertThatThrownBy(() -> new TrafficSettings(Duration.ofMinutes(10), 60, 2000, -1))
                .hasMessageContaining("prongsai.traffic.peak is -1");
    }
}
