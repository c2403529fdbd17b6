package org.prongsai.e2e.drill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** What those who answered one survey were promised: which of their numbers must count, and which must not. */
final class Ledger {

    /** What the replies to a number say of it. */
    private enum Fate {
        /** It was sent, and nobody knows what became of it. */
        PERHAPS,
        /** It was acknowledged, and nothing took its place. */
        COUNTS,
        /** It was acknowledged, and so was the one that took its place. */
        REPLACED,
        REFUSED
    }

    private final int size;
    private final Map<Integer, Integer> instead = new HashMap<>();
    private byte[] fates = new byte[1024];
    private int next;

    /** @param size how many numbers there are */
    Ledger(int size) {
        this.size = size;
    }

    /** A number that nobody had; it may count from now on. */
    synchronized int next() {
        if (next == size) {
            throw new IllegalStateException("all " + size + " numbers are used");
        }
        if (next == fates.length) {
            fates = Arrays.copyOf(fates, 2 * next);
        }
        set(next, Fate.PERHAPS);
        return next++;
    }

    /** How many numbers were given out. */
    synchronized int given() {
        return next;
    }

    synchronized void acknowledged(int number) {
        set(number, Fate.COUNTS);
    }

    synchronized void refused(int number) {
        set(number, Fate.REFUSED);
    }

    /** The change was acknowledged. */
    synchronized void changed(int from, int to) {
        set(from, Fate.REPLACED);
        set(to, Fate.COUNTS);
    }

    /** The change was sent, and nobody knows what became of it: exactly one of the two counts. */
    synchronized void perhapsChanged(int from, int to) {
        instead.put(from, to);
    }

    /** How many must count. */
    synchronized int counting() {
        return (int) IntStream.range(0, next)
                .filter(number -> fate(number) == Fate.COUNTS)
                .count();
    }

    /** How many may count or not. */
    synchronized int perhaps() {
        return (int) IntStream.range(0, next)
                        .filter(number -> fate(number) == Fate.PERHAPS)
                        .count()
                - instead.size();
    }

    /**
     * Everything in which the log breaks a promise.
     *
     * @param released how often a number counts by the log
     */
    synchronized List<String> broken(IntUnaryOperator released) {
        var broken = new ArrayList<String>();
        for (int number = 0; number < next; number++) {
            Integer other = instead.get(number);
            if (other != null) {
                judgeBoth(number, other, released, broken);
            } else {
                judge(number, released.applyAsInt(number), broken);
            }
        }
        return broken;
    }

    private void judge(int number, int times, List<String> broken) {
        boolean kept =
                switch (fate(number)) {
                    case PERHAPS -> times == 0 || times == 1;
                    case COUNTS -> times == 1;
                    case REPLACED, REFUSED -> times == 0;
                };
        if (!kept) {
            broken.add("%d is %s and counts %d times".formatted(number, fate(number), times));
        }
    }

    private static void judgeBoth(int from, int to, IntUnaryOperator released, List<String> broken) {
        int one = released.applyAsInt(from);
        int other = released.applyAsInt(to);
        if (Math.min(one, other) != 0 || Math.max(one, other) != 1) {
            broken.add("%d counts %d times and %d, sent instead, %d times".formatted(from, one, to, other));
        }
    }

    private void set(int number, Fate fate) {
        fates[number] = (byte) fate.ordinal();
    }

    private Fate fate(int number) {
        return Fate.values()[fates[number]];
    }
}
