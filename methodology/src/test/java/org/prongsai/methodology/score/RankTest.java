package org.prongsai.methodology.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RankTest {
    private static final List<Spread> SILENT = List.of(Spread.HIDDEN, Spread.UNKNOWN, Spread.NONE);
    private static final List<Spread> EXACT = List.of(Spread.EXACT, Spread.RULED, Spread.CENSUS);

    private static Estimate unit(int score, int low, int high) {
        return new Estimate(
                BigDecimal.valueOf(score),
                BigDecimal.ONE,
                List.of(BigDecimal.valueOf(low), BigDecimal.valueOf(high)),
                Spread.SAMPLED);
    }

    private static Estimate unit(int score, Spread spread) {
        return new Estimate(BigDecimal.valueOf(score), null, null, spread);
    }

    private static List<Rank> ranks(Estimate... units) {
        return Rank.of(List.of(units)).stream().map(Optional::orElseThrow).toList();
    }

    /** Of any kind, at places that often touch. */
    private static List<Estimate> units(SplittableRandom luck) {
        return IntStream.range(0, 1 + luck.nextInt(12))
                .mapToObj(_ -> switch (luck.nextInt(3)) {
                    case 0 -> unit(luck.nextInt(101), SILENT.get(luck.nextInt(SILENT.size())));
                    case 1 -> unit(luck.nextInt(101), EXACT.get(luck.nextInt(EXACT.size())));
                    default -> {
                        int low = luck.nextInt(90);
                        yield unit(low + luck.nextInt(5), low, low + 5 + luck.nextInt(6));
                    }
                })
                .toList();
    }

    private static Stream<List<Estimate>> many() {
        var luck = new SplittableRandom(7);
        return Stream.generate(() -> units(luck)).limit(2000);
    }

    private static boolean silent(Estimate unit) {
        return SILENT.contains(unit.spread());
    }

    @Test
    void overlappingUnitsShareTheirRange() {
        assertThat(ranks(unit(80, 78, 82), unit(95, 94, 96), unit(81, 79, 83), unit(60, 50, 70)))
                .containsExactly(new Rank(2, 3), new Rank(1, 1), new Rank(2, 3), new Rank(4, 4));
    }

    @Test
    void touchingIsNotWhollyAbove() {
        assertThat(ranks(unit(80, 70, 85), unit(90, 85, 95))).containsExactly(new Rank(1, 2), new Rank(1, 2));
        var exact = unit(90, Spread.EXACT);
        assertThat(ranks(exact, exact)).containsOnly(new Rank(1, 2));
    }

    @Test
    void ofWhomNothingIsKnownHasNoRankAndMayStandAnywhereAmongTheOthers() {
        for (var spread : SILENT)
            assertThat(Rank.of(List.of(unit(95, 94, 96), unit(100, spread), unit(60, 50, 70), unit(0, spread))))
                    .as(spread.code())
                    .containsExactly(
                            Optional.of(new Rank(1, 3)),
                            Optional.empty(),
                            Optional.of(new Rank(2, 4)),
                            Optional.empty());
    }

    @Test
    void whatChanceHadNoPartInIsAsExactAsItsScore() {
        for (var spread : EXACT)
            assertThat(ranks(unit(80, spread), unit(79, 70, 79), unit(90, 81, 95)))
                    .as(spread.code())
                    .containsExactly(new Rank(2, 2), new Rank(3, 3), new Rank(1, 1));
    }

    @Test
    void exactlyThoseOfWhomSomethingIsKnownHaveARankWithinTheirNumber() {
        many().forEach(units -> {
            var ranks = Rank.of(units);
            for (int at = 0; at < units.size(); at++) {
                assertThat(ranks.get(at).isEmpty()).as("%s", units).isEqualTo(silent(units.get(at)));
                ranks.get(at).ifPresent(rank -> assertThat(
                                1 <= rank.from() && rank.from() <= rank.to() && rank.to() <= units.size())
                        .as("%s in %s", rank, units)
                        .isTrue());
            }
        });
    }

    /** Whatever the truth is, within the intervals and anywhere for the silent, each place lies in its range. */
    @Test
    void noTruthTheIntervalsAllowPutsAUnitOutsideItsRange() {
        var luck = new SplittableRandom(11);
        many().forEach(units -> {
            var truths = units.stream().map(unit -> truth(unit, luck)).toList();
            var ranks = Rank.of(units);
            for (int at = 0; at < units.size(); at++) {
                int own = truths.get(at);
                long above = truths.stream().filter(other -> other > own).count();
                long notBelow = truths.stream().filter(other -> other >= own).count();
                ranks.get(at).ifPresent(rank -> assertThat(rank.from() <= 1 + above && notBelow <= rank.to())
                        .as("%s of %s in %s", rank, truths, units)
                        .isTrue());
            }
        });
    }

    private static int truth(Estimate unit, SplittableRandom luck) {
        if (silent(unit)) return luck.nextInt(101);
        var interval = unit.interval();
        if (interval == null) return unit.score().intValueExact();
        int low = interval.getFirst().intValueExact();
        return low + luck.nextInt(1 + interval.getLast().intValueExact() - low);
    }

    @Test
    void theScoreOfASilentUnitTellsNothingInTheRanksOfOthers() {
        many().forEach(units -> {
            var others = new ArrayList<>(units);
            others.replaceAll(unit -> silent(unit) ? unit(100 - unit.score().intValueExact(), unit.spread()) : unit);
            assertThat(Rank.of(others)).isEqualTo(Rank.of(units));
        });
    }
}
