package org.prongsai.portal.unit;

import java.time.Instant;
import java.util.List;

/** What the counter of a unit shows: first the code of now, then the next. */
public record CounterCodes(List<Slot> slots) {

    /** @param takenUntil when it is worth nothing any more */
    public record Slot(String code, Instant from, Instant until, Instant takenUntil) {}
}
