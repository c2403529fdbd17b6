package org.prongsai.scoring.score;

import java.util.Comparator;

/** An agency in a round. */
public record Unit(String round, String agency) implements Comparable<Unit> {
    private static final Comparator<Unit> ORDER =
            Comparator.comparing(Unit::round).thenComparing(Unit::agency);

    @Override
    public int compareTo(Unit other) {
        return ORDER.compare(this, other);
    }
}
