package org.prongsai.notification.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.contracts.assessment.RoundState.StepOverride;

/** When a step of a round is open for a unit: from an instant up to, and without, another. */
record Deadline(String step, Instant from, Instant to) {
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    /** The window of the nearest ancestor that was given its own, else everybody's. */
    static Optional<Deadline> of(RoundState round, String step, AgencyChanged agency) {
        return agency.path().reversed().stream()
                .flatMap(place -> round.overrides().stream()
                        .filter(each ->
                                each.step().equals(step) && each.agency().equals(place)))
                .findFirst()
                .map(Deadline::of)
                .or(() -> everybodys(round, step));
    }

    private static Deadline of(StepOverride window) {
        return new Deadline(window.step(), window.from(), window.to());
    }

    private static Optional<Deadline> everybodys(RoundState round, String step) {
        return round.windows().stream()
                .filter(each -> each.step().equals(step))
                .findFirst()
                .map(window -> new Deadline(step, window.from(), window.to()));
    }

    boolean open(Instant now) {
        return !now.isBefore(from) && now.isBefore(to);
    }

    /** That time of day, so many days before the last day on which the window is open. */
    Instant before(int days, LocalTime at) {
        LocalDate lastDay = to.minusNanos(1).atZone(BANGKOK).toLocalDate();
        return lastDay.minusDays(days).atTime(at).atZone(BANGKOK).toInstant();
    }

    static LocalDate today(Instant now) {
        return now.atZone(BANGKOK).toLocalDate();
    }
}
