package org.prongsai.scoring.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.PriorityQueue;
import java.util.UUID;

/**
 * Random ids, by eight bytes of each: enough that two of ten million different ones are alike once in a hundred thousand
 * times. They lie in pieces, so that many need hardly more room than they take.
 */
final class Ids {
    private static final int FIRST_ROOM = 64;
    private static final int LARGEST_ROOM = 1 << 17;

    private final List<long[]> full = new ArrayList<>();
    private long[] last = new long[FIRST_ROOM];
    private int used;
    private long count;

    void add(UUID id) {
        if (used == last.length) {
            full.add(last);
            last = new long[Math.min(LARGEST_ROOM, last.length * 2)];
            used = 0;
        }
        last[used++] = id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 32);
        count++;
    }

    long count() {
        return count;
    }

    /** All of several, from the least on; sorts them where they lie, and holds only while nothing is added. */
    static PrimitiveIterator.OfLong sorted(List<Ids> all) {
        var pieces = new PriorityQueue<Piece>();
        for (var each : all) {
            each.full.forEach(piece -> Piece.put(piece, piece.length, pieces));
            Piece.put(each.last, each.used, pieces);
        }
        return new Merge(pieces);
    }

    private record Merge(PriorityQueue<Piece> pieces) implements PrimitiveIterator.OfLong {

        @Override
        public boolean hasNext() {
            return !pieces.isEmpty();
        }

        @Override
        public long nextLong() {
            var least = pieces.remove();
            long id = least.head();
            if (least.forward()) pieces.add(least);
            return id;
        }
    }

    private static final class Piece implements Comparable<Piece> {
        private final long[] ids;
        private final int end;
        private int at;

        private Piece(long[] ids, int end) {
            this.ids = ids;
            this.end = end;
        }

        static void put(long[] ids, int end, PriorityQueue<Piece> into) {
            Arrays.sort(ids, 0, end);
            if (end > 0) into.add(new Piece(ids, end));
        }

        long head() {
            return ids[at];
        }

        boolean forward() {
            return ++at < end;
        }

        @Override
        public int compareTo(Piece other) {
            return Long.compare(head(), other.head());
        }
    }
}
