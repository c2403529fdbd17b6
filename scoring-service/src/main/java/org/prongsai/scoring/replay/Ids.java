package org.prongsai.scoring.replay;

import java.util.Arrays;
import java.util.UUID;

/**
 * Which answers were added and taken back, by eight bytes of each random id: enough that two of ten million different
 * ones are alike once in a hundred thousand times.
 */
public final class Ids {
    private static final int FIRST_ROOM = 1024;

    private long[] added = new long[FIRST_ROOM];
    private long[] withdrawn = new long[FIRST_ROOM];
    private int adding;
    private int withdrawing;

    void add(UUID id) {
        if (adding == added.length) added = larger(added);
        added[adding++] = short8(id);
    }

    void withdraw(UUID id) {
        if (withdrawing == withdrawn.length) withdrawn = larger(withdrawn);
        withdrawn[withdrawing++] = short8(id);
    }

    private static long[] larger(long[] full) {
        return Arrays.copyOf(full, full.length + full.length / 2);
    }

    private static long short8(UUID id) {
        return id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 32);
    }

    public int added() {
        return adding;
    }

    public int withdrawn() {
        return withdrawing;
    }

    Ids and(Ids other) {
        var both = new Ids();
        both.added = joined(added, adding, other.added, other.adding);
        both.withdrawn = joined(withdrawn, withdrawing, other.withdrawn, other.withdrawing);
        both.adding = both.added.length;
        both.withdrawing = both.withdrawn.length;
        return both;
    }

    private static long[] joined(long[] some, int count, long[] others, int more) {
        var all = Arrays.copyOf(some, count + more);
        System.arraycopy(others, 0, all, count, more);
        return all;
    }

    /** Answers that were added more often than once, or taken back more often than they were added. */
    public long wrong() {
        var in = sorted(added, adding);
        var out = sorted(withdrawn, withdrawing);
        long wrong = 0;
        for (int i = 1; i < in.length; i++) if (in[i] == in[i - 1]) wrong++;
        for (int i = 0; i < out.length; i++) {
            boolean again = i > 0 && out[i] == out[i - 1];
            if (again || Arrays.binarySearch(in, out[i]) < 0) wrong++;
        }
        return wrong;
    }

    private static long[] sorted(long[] ids, int count) {
        var sorted = Arrays.copyOf(ids, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
