package org.prongsai.messaging;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How far a reader is behind in one partition, and for how long at most: a record has been there no longer than the first
 * look that saw an end beyond it. So no record needs a time of its own. Times are those of a steady clock.
 */
final class Backlog {

    /** Of so many looks the times are remembered; while it goes on longer, the newest one stands for all later ones. */
    private static final int REMEMBERED = 500;

    private static final double NANOS = 1e9;

    private final Deque<Look> looks = new ArrayDeque<>();
    private long position;
    private long end;

    private record Look(long end, long nanos) {}

    /** Everything below this offset has taken effect. */
    synchronized void standsAt(long offset) {
        position = offset;
        forget();
    }

    /** A look found that the partition ends here. */
    synchronized void endsAt(long offset, long nanos) {
        if (offset > end || looks.isEmpty()) {
            var last = looks.size() < REMEMBERED ? null : looks.removeLast();
            looks.addLast(new Look(offset, last == null ? nanos : last.nanos()));
        }
        end = offset;
        forget();
    }

    /** Records up to here are in hand: whoever was handed them needs no look to know that they are there. */
    synchronized void holds(long offset, long nanos) {
        if (offset > end) {
            endsAt(offset, nanos);
        }
    }

    private void forget() {
        while (!looks.isEmpty() && looks.getFirst().end() <= position) {
            looks.removeFirst();
        }
    }

    /** How many records have not taken effect. */
    synchronized long records() {
        return Math.max(0, end - position);
    }

    /** How long the oldest of them has been seen waiting; 0 when none waits. */
    synchronized double seconds(long nanos) {
        return looks.isEmpty() ? 0 : (nanos - looks.getFirst().nanos()) / NANOS;
    }
}
