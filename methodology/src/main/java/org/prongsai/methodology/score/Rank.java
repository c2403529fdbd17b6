package org.prongsai.methodology.score;

import java.math.BigDecimal;
import java.util.List;

/**
 * Where a unit stands among others, as a range: only a unit whose interval lies wholly above or below is surely
 * ahead or behind.
 */
public record Rank(int from, int to) {

    /** In the order given; without interval a unit is as exact as its score. */
    public static List<Rank> of(List<Estimate> units) {
        var lows = units.stream().map(Rank::low).sorted().toList();
        var highs = units.stream().map(Rank::high).sorted().toList();
        return units.stream()
                .map(unit -> new Rank(
                        1 + units.size() - upTo(lows, high(unit), true), units.size() - upTo(highs, low(unit), false)))
                .toList();
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
