package org.prongsai.assessment.counter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.prongsai.assessment.Unit;
import org.prongsai.methodology.calendar.Dates;
import org.prongsai.web.Fault;

/** The codes that a unit is shown: of now and next, or of a whole day, for slips that are printed beforehand. */
record CodePlan(Unit unit, List<Shown> slots) {

    /** A sheet that lies about is worth something for so many days, today included. */
    private static final int DAYS_AHEAD = 7;

    /**
     * @param until when the counter shows the next one
     * @param takenUntil when it is worth nothing any more
     */
    record Shown(String code, Instant from, Instant until, Instant takenUntil) {}

    static CodePlan now(CounterCodes codes, Unit unit, Instant now) {
        var slot = Slot.at(now);
        return of(codes, unit, Stream.of(slot, slot.next()));
    }

    static CodePlan of(CounterCodes codes, Unit unit, LocalDate day) {
        return of(codes, unit, Slot.of(day).stream());
    }

    private static CodePlan of(CounterCodes codes, Unit unit, Stream<Slot> slots) {
        return new CodePlan(
                unit,
                slots.map(slot -> new Shown(codes.at(unit, slot).text(), slot.from(), slot.until(), slot.takenUntil()))
                        .toList());
    }

    /** What stands against showing the codes of a day. */
    static Optional<Fault> fault(LocalDate day, Instant now) {
        long ahead = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, Dates.BANGKOK), day);
        return ahead >= 0 && ahead < DAYS_AHEAD
                ? Optional.empty()
                : Optional.of(new Fault(
                        "?day", "out-of-range", "today or one of the " + (DAYS_AHEAD - 1) + " days after", day));
    }
}
