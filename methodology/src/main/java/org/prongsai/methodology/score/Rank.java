package org.prongsai.methodology.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Where a unit stands among others, as a range: only a unit whose interval lies wholly above or below is surely
 * ahead or behind.
 */
public record Rank(int from, int to) {

    /**
     * In the order given. A unit of whose error nothing is known or shown has no rank, and as it may stand anywhere it is
     * surely ahead of nobody and surely behind nobody.
     */
    public static List<Optional<Rank>> of(List<Estimate> units) {
        var placed = units.stream().filter(Rank::placed).toList();
        var lows = placed.stream().map(Rank::low).sorted().toList();
        var highs = placed.stream().map(Rank::high).sorted().toList();
        return units.stream()
                .map(unit -> Optional.of(unit).filter(Rank::placed).map(each -> {
                    int above = lows.size() - upTo(lows, high(each), true);
                    int below = upTo(highs, low(each), false);
                    return new Rank(1 + above, units.size() - below);
                }))
                .toList();
    }

    private static boolean placed(Estimate unit) {
        return unit.interval() != null || unit.spread().exact();
    }

    /** How many are below the limit, or at it where that counts. */
    private static int upTo(List<BigDecimal> sorted, BigDecimal limit, boolean inclusive) {
        int from = 0;
        int to = sorted.size();
        while (from < to) {
            int middle = (from + to) / 2;
            int compared = sorted.get(middle).compareTo(limit);
            if (compared < 0 || (inclusive && compared == 0)) from = middle + 1;
            else to = middle;
        }
        return from;
    }

    private static BigDecimal low(Estimate unit) {
        return unit.interval() == null ? unit.score() : unit.interval().getFirst();
    }

    private static BigDecimal high(Estimate unit) {
        return unit.interval() == null ? unit.score() : unit.interval().getLast();
    }
}
