package org.prongsai.seeds.http;

import java.time.Duration;

/** How long to wait before asking again: a little at first, then longer, and not for ever. */
public record Backoff(Duration first, Duration longest, Duration patience) {

    public static Backoff usual() {
        return new Backoff(Duration.ofMillis(250), Duration.ofSeconds(4), Duration.ofSeconds(60));
    }

    Backoff halved() {
        return new Backoff(first, longest, patience.dividedBy(2));
    }

    Duration before(int attempt) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempt, 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    boolean allows(Duration waited, Duration next) {
        return waited.plus(next).compareTo(patience) <= 0;
    }
}
