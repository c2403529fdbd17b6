package org.prongsai.assessment.counter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.prongsai.methodology.calendar.Dates;

/** Ten minutes at a counter. Its code is taken in the ten after it too, so that nobody types one that is over by then. */
record Slot(long number) {

    static final Duration LENGTH = Duration.ofMinutes(10);

    static Slot at(Instant now) {
        return new Slot(Math.floorDiv(now.getEpochSecond(), LENGTH.toSeconds()));
    }

    /** All of a day in Bangkok, first to last. */
    static List<Slot> of(LocalDate day) {
        long first = at(day.atStartOfDay(Dates.BANGKOK).toInstant()).number();
        long next = at(day.plusDays(1).atStartOfDay(Dates.BANGKOK).toInstant()).number();
        return LongStream.range(first, next).mapToObj(Slot::new).toList();
    }

    /** This one and those before it, so many in all. */
    Stream<Slot> back(int count) {
        return LongStream.range(0, count).mapToObj(n -> new Slot(number - n));
    }

    Slot next() {
        return new Slot(number + 1);
    }

    Instant from() {
        return Instant.ofEpochSecond(number * LENGTH.toSeconds());
    }

    /** When its code is no longer shown. */
    Instant until() {
        return next().from();
    }

    /** When its code is no longer taken. */
    Instant takenUntil() {
        return next().until();
    }
}
