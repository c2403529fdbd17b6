package org.prongsai.portal.unit;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a unit stands in a round, as far as the visitor may know.
 *
 * @param population null where none is registered
 * @param turnout null where the visitor may not see it
 */
public record Standing(
        Round round,
        Unit unit,
        @Nullable Population population,
        @Nullable Turnout turnout,
        Draws draws,
        Balance balance) {

    /** Invitations for staff that are out. */
    public int out() {
        return draws.out(Round.IIT);
    }

    /** Staff for whom no invitation was drawn. */
    public int left() {
        return population == null ? 0 : Math.max(0, population.eligible() - out());
    }

    public Optional<Window> window(String step) {
        return round.window(step, unit.path());
    }

    public boolean open(String step, Instant now) {
        return window(step).map(window -> window.open(now)).orElse(false);
    }

    public Optional<Turnout.Measured> measured(String instrument) {
        return Optional.ofNullable(turnout).flatMap(each -> each.of(instrument));
    }

    public Optional<Balance.Day> latest(String instrument) {
        return balance.latest(instrument);
    }
}
