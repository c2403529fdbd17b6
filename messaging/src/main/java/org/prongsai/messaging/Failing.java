package org.prongsai.messaging;

import java.time.Duration;

/** How long an inbox has failed without one success, and when that is worth another line in the log. */
final class Failing {

    private static final long BETWEEN_LINES = Duration.ofMinutes(1).toNanos();

    private final Spell spell = new Spell();
    private long lastLine;

    /** Whether this failure is worth a line: the first one is, then one in a minute. */
    boolean failed(long nanos) {
        if (!spell.begin(nanos) && nanos - lastLine < BETWEEN_LINES) {
            return false;
        }
        lastLine = nanos;
        return true;
    }

    /** Whether this success ended failures. */
    boolean succeeded() {
        return spell.end();
    }

    /** Since the first failure that no success followed; 0 when well. */
    double seconds(long nanos) {
        return spell.seconds(nanos);
    }
}
