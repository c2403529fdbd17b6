package org.prongsai.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.prongsai.methodology.score.Scorecard;
import org.prongsai.methodology.score.Spread;
import org.prongsai.seeds.file.FrameworkReader;
import org.prongsai.seeds.file.SeedReader;

/** What is measured is a whole score with its error, and the same one in every run. */
class NationTest {

    private static Nation nation(long seed) {
        return new Nation(new FrameworkReader(SeedReader.packaged()).read("ita-immigration-2567"), new Random(seed));
    }

    @Test
    void everyUnitHasATotalWithItsError() {
        assertThat(nation(1).evidence(20)).hasSize(20).allSatisfy(unit -> {
            var card = Scorecard.of(unit);
            assertThat(card.total()).isNotNull();
            assertThat(card.total().spread()).isEqualTo(Spread.SAMPLED);
            assertThat(card.remarks()).isEmpty();
        });
    }

    @Test
    void theSameSeedMakesTheSameNation() {
        assertThat(nation(1).evidence(3))
                .isEqualTo(nation(1).evidence(3))
                .isNotEqualTo(nation(2).evidence(3));
    }
}
