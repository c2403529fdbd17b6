package org.prongsai.methodology.tally;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SumsTest {
    private static final long[] SMALL = {0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE};
    private static final long[] LARGE = {0, 1, Integer.MAX_VALUE + 1L, Integer.MIN_VALUE - 1L};

    @Test
    void each_integer_comes_back_however_large_the_others_are() {
        for (var values : new long[][] {SMALL, LARGE}) {
            var sums = Sums.of(values);
            assertThat(sums.copy()).isEqualTo(values);
            assertThat(sums.size()).isEqualTo(4);
            for (int cell = 0; cell < values.length; cell++)
                assertThat(sums.get(cell)).isEqualTo(values[cell]);
        }
    }

    @Test
    void what_it_was_made_of_and_what_comes_back_may_change() {
        for (var values : new long[][] {SMALL.clone(), LARGE.clone()}) {
            var sums = Sums.of(values);
            values[1] = 7;
            sums.copy()[1] = 8;
            assertThat(sums.get(1)).isEqualTo(1);
        }
    }

    @Test
    void equal_integers_are_equal_sums() {
        assertThat(Sums.of(SMALL)).isEqualTo(Sums.of(SMALL)).hasSameHashCodeAs(Sums.of(SMALL));
        assertThat(Sums.of(LARGE)).isEqualTo(Sums.of(LARGE)).hasSameHashCodeAs(Sums.of(LARGE));
        assertThat(Sums.of(SMALL)).isNotEqualTo(Sums.of(LARGE)).isNotEqualTo(Sums.of(new long[] {0, 1, 2, 3}));
        assertThat(Sums.of(LARGE)).isNotEqualTo(Sums.of(new long[] {0, 2, LARGE[2], LARGE[3]}));
        assertThat(Sums.of(new long[] {1}).hashCode())
                .isNotEqualTo(Sums.of(new long[] {2}).hashCode());
    }
}
