package org.prongsai.portal.unit;

import java.time.Instant;

/** When a step is open: {@code from} is in, {@code to} is out. */
public record Window(Instant from, Instant to) {

    public boolean ahead(Instant now) {
        return now.isBefore(from);
    }

    public boolean over(Instant now) {
        return !now.isBefore(to);
    }

    public boolean open(Instant now) {
        return !ahead(now) && !over(now);
    }
}
