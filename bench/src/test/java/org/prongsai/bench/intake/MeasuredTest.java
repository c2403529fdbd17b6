package org.prongsai.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.bench.load.Count;
import org.prongsai.bench.load.Measured;
import org.prongsai.bench.load.Pair;
import org.prongsai.bench.load.Samples;
import org.prongsai.bench.load.Warmth;

/** Rates, percentiles and ratios are of accepted answers only. */
class MeasuredTest {

    @Test
    void whatWasNotAcceptedIsCountedApartAndMakesNothingFaster() {
        var phase = Samples.phase(1_000, 20, Map.of(503, 3, Measured.LOST, 2));
        assertThat(phase.rate()).isEqualTo(100);
        assertThat(phase.millis(99)).isCloseTo(20, within(0.1));
        assertThat(phase.accepted()).isEqualTo(1_000);
        assertThat(phase.otherStatuses()).isEqualTo("2 × lost, 3 × 503");
        assertThat(Samples.phase(1).otherStatuses()).isEmpty();
    }

    @Test
    void anAnswerAfterTheEndIsAcceptedButAddsNothingToTheRate() {
        var count = new Count();
        count.add(201, 1, true);
        count.add(201, 1, false);
        assertThat(count.inTime()).isEqualTo(1);
        assertThat(count.statuses()).containsEntry(201, 2L);
    }

    @Test
    void twoPhasesAreOneLongerOne() {
        var both = Samples.phase(100, 10, Map.of(503, 1)).plus(Samples.phase(300, 30, Map.of(503, 2)));
        assertThat(both.rate()).isEqualTo(20);
        assertThat(both.millis(25)).isCloseTo(10, within(0.1));
        assertThat(both.millis(26)).isCloseTo(30, within(0.1));
        assertThat(both.otherStatuses()).isEqualTo("3 × 503");
        assertThat(both.share(2)).isEqualTo(0.1);
    }

    @Test
    void aRatioIsOfAllTurnsAndEachIsShown() {
        var pair = new Pair(
                List.of(Samples.phase(1_000), Samples.phase(3_000)), List.of(Samples.phase(600), Samples.phase(1_800)));
        assertThat(pair.ratio()).isCloseTo(0.6, within(1e-9));
        assertThat(pair.ratios()).allSatisfy(ratio -> assertThat(ratio).isCloseTo(0.6, within(1e-9)));
    }

    @Test
    void whatGetsFasterIsNotWarm() {
        var warmth = new Warmth();
        warmth.add(Samples.phase(20_000));
        assertThat(warmth.reached()).isFalse();
        warmth.add(Samples.phase(25_000));
        assertThat(warmth.reached()).isFalse();
        warmth.add(Samples.phase(26_000));
        assertThat(warmth.reached()).isTrue();
    }

    @Test
    void whatWasHardlyAskedIsNotWarmHoweverSteady() {
        var warmth = new Warmth();
        for (int slice = 0; slice < 10; slice++) {
            warmth.add(Samples.phase(100));
        }
        assertThat(warmth.reached()).isFalse();
    }

    @Test
    void thePgbenchRateIsWithoutTheTimeToConnect() {
        assertThat(PgbenchCommand.read("latency average = 1.2 ms\ntps = 13602.5 (without initial connection time)\n"))
                .isEqualTo(13602.5);
    }
}
