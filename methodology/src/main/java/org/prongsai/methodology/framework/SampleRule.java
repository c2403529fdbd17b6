package org.prongsai.methodology.framework;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How many answers an instrument needs, over all its parts, given how many people could answer. */
public record SampleRule(int censusBelow, int floor, BigDecimal share, int capAbove, int cap) {

    /** Everybody in a small unit, then the share but never fewer than the floor, then the cap; the floor where nobody counted. */
    public int minimum(@Nullable Integer population) {
        if (population == null) return floor;
        if (population < 0) throw new IllegalArgumentException("a population of " + population);
        if (population < censusBelow) return population;
        return Math.min(population, population > capAbove ? cap : Math.max(floor, shareOf(population)));
    }

    /** By which of its clauses the rule decides: {@code unknown-population, census, floor, share} or {@code cap}. */
    public String clause(@Nullable Integer population) {
        if (population == null) return "unknown-population";
        if (population < censusBelow) return "census";
        if (population > capAbove) return "cap";
        return shareOf(population) > floor ? "share" : "floor";
    }

    private int shareOf(int population) {
        return share.multiply(BigDecimal.valueOf(population))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }
}
