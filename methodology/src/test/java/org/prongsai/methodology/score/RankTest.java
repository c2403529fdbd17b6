package org.prongsai.methodology.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankTest {
    private static Estimate unit(int score, int low, int high) {
        return new Estimate(
                BigDecimal.valueOf(score),
                BigDecimal.ONE,
                List.of(BigDecimal.valueOf(low), BigDecimal.valueOf(high)),
                Spread.SAMPLED);
    }

    @Test
    void overlappingUnitsShareTheirRange() {
        assertThat(Rank.of(List.of(unit(80, 78, 82), unit(95, 94, 96), unit(81, 79, 83), unit(60, 50, 70))))
                .containsExactly(new Rank(2, 3), new Rank(1, 1), new Rank(2, 3), new Rank(4, 4));
    }

    @Test
    void touchingIsNotWhollyAbove() {
        assertThat(Rank.of(List.of(unit(80, 70, 85), unit(90, 85, 95))))
                .containsExactly(new Rank(1, 2), new Rank(1, 2));
        var exact = new Estimate(BigDecimal.valueOf(90), null, null, Spread.EXACT);
        assertThat(Rank.of(List.of(exact, exact))).containsOnly(new Rank(1, 2));
    }
}
