package org.prongsai.launcher;

import java.time.Duration;

/** Knows how long a start may take: after how long it is remarked upon, again and again, and when it is given up. */
record Patience(Duration remark, Duration end) {

    static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofMinutes(3));

    /** How many remarks are due after this time. */
    long remarks(Duration waited) {
        return waited.dividedBy(remark);
    }

    boolean isOver(Duration waited) {
        return waited.compareTo(end) > 0;
    }
}
