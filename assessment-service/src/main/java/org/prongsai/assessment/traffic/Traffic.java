package org.prongsai.assessment.traffic;

import java.util.stream.IntStream;

/** How many came in the last while, in slices of it: numbers, of which none leads to anybody. */
final class Traffic {

    /** A window moves on by one of these. */
    static final int SLICES = 10;

    static final Traffic NONE = new Traffic(0, new int[SLICES]);

    private final long slice;

    /** Of {@link #slice} first, of those before it after that. */
    private final int[] counts;

    private Traffic(long slice, int[] counts) {
        this.slice = slice;
        this.counts = counts;
    }

    /** One more in this slice; a clock that goes back counts as one that stands still. */
    Traffic plusOne(long now) {
        var moved = movedTo(now);
        moved.counts[0]++;
        return moved;
    }

    /** One fewer in this slice, or in the one before it where it came then. */
    Traffic minusOne(long now) {
        var moved = movedTo(now);
        for (int slice = 0; slice < 2; slice++) {
            if (moved.counts[slice] > 0) {
                moved.counts[slice]--;
                break;
            }
        }
        return moved;
    }

    /** How many in the window that ends with this slice. */
    int sum(long now) {
        return IntStream.of(movedTo(now).counts).sum();
    }

    private Traffic movedTo(long now) {
        long later = Math.max(now, slice);
        int[] moved = new int[SLICES];
        int gone = (int) Math.min(later - slice, SLICES);
        System.arraycopy(counts, 0, moved, gone, SLICES - gone);
        return new Traffic(later, moved);
    }
}
