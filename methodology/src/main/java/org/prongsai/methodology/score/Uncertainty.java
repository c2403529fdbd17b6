package org.prongsai.methodology.score;

import java.util.Collection;

/** The variance of an estimate and where it comes from. */
record Uncertainty(Spread spread, double variance) {
    static final Uncertainty UNKNOWN = new Uncertainty(Spread.UNKNOWN, 0);
    static final Uncertainty RULED = new Uncertainty(Spread.RULED, 0);
    static final Uncertainty EXACT = new Uncertainty(Spread.EXACT, 0);

    boolean known() {
        return spread == Spread.SAMPLED || spread == Spread.CENSUS;
    }

    Uncertainty weighted(double weight) {
        return new Uncertainty(spread, weight * weight * variance);
    }

    /** Of the sum of independent estimates: unknown where one is, else as the least certain of them. */
    static Uncertainty sum(Collection<Uncertainty> all) {
        if (all.stream().anyMatch(each -> each.spread == Spread.UNKNOWN)) return UNKNOWN;
        var spread = all.stream()
                .map(Uncertainty::spread)
                .reduce(Spread.EXACT, (one, other) -> one.compareTo(other) < 0 ? one : other);
        return new Uncertainty(
                spread, all.stream().mapToDouble(Uncertainty::variance).sum());
    }
}
