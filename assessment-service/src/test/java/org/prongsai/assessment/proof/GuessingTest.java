package org.prongsai.assessment.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuessingTest {

    @Test
    void who_finds_the_order_is_right_about_everybody() {
        assertThat(Guessing.right(List.of("a", "b", "c"), List.of("a", "b", "c")))
                .isEqualTo(3);
        assertThat(Guessing.right(List.of("a", "b", "c"), List.of("a", "c", "b")))
                .isEqualTo(1);
        assertThat(Guessing.right(List.of("a", "b"), List.of("x", "y"))).isZero();
        var all = new Guessing(8, List.of(8, 8, 8));
        assertThat(all.advantage()).isEqualTo(7.0 / 8);
        assertThat(all.upperBound()).isEqualTo(7.0 / 8);
    }

    @Test
    void who_guesses_blindly_has_no_advantage_and_enough_units_show_it() {
        var random = new Random(1);
        var came = IntStream.range(0, 8).mapToObj(String::valueOf).toList();
        var rights = new ArrayList<Integer>();
        for (int unit = 0; unit < 5000; unit++) {
            var lie = new ArrayList<>(came);
            Collections.shuffle(lie, random);
            rights.add(Guessing.right(came, lie));
        }
        var blind = new Guessing(8, rights);
        assertThat(blind.advantage()).isCloseTo(0, within(0.006));
        assertThat(blind.upperBound()).isBetween(blind.advantage() + 0.002, blind.advantage() + 0.004);
        assertThat(new Guessing(8, rights.subList(0, 10)).upperBound()).isGreaterThan(0.03);
    }
}
