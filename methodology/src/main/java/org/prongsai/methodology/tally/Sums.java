package org.prongsai.methodology.tally;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The integers of a tally, in half the room while all of them are small: a nation has some twenty million. */
final class Sums {
    private static final int[] NOT_SMALL = {};
    private static final long[] NOT_LARGE = {};

    private final int[] small;
    private final long[] large;

    private Sums(int[] small, long[] large) {
        this.small = small;
        this.large = large;
    }

    static Sums of(long[] values) {
        var small = new int[values.length];
        for (int cell = 0; cell < values.length; cell++) {
            small[cell] = (int) values[cell];
            if (small[cell] != values[cell]) return new Sums(NOT_SMALL, values.clone());
        }
        return new Sums(small, NOT_LARGE);
    }

    long get(int cell) {
        return small == NOT_SMALL ? large[cell] : small[cell];
    }

    int size() {
        return small.length + large.length;
    }

    long[] copy() {
        if (small == NOT_SMALL) return large.clone();
        var copy = new long[small.length];
        for (int cell = 0; cell < copy.length; cell++) copy[cell] = small[cell];
        return copy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sums sums && Arrays.equals(sums.small, small) && Arrays.equals(sums.large, large);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(small) ^ Arrays.hashCode(large);
    }
}
