package org.prongsai.scoring.subtree;

import org.prongsai.methodology.score.Rank;

/**
 * Where a unit stands among those of its subtree that have a total, as a range.
 *
 * @param of how many these are, whether or not they have a rank themselves
 */
public record Place(int from, int to, int of) {

    static Place of(Rank rank, int units) {
        return new Place(rank.from(), rank.to(), units);
    }
}
