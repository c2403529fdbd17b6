package org.prongsai.contracts.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The whole current state of a round, as every event of the rounds topic carries it.
 *
 * @param round slug
 * @param framework {@code name@n}
 * @param k smallest number of responses of a (unit, instrument, part) of which anything is shown
 * @param release per instrument when changes leave the pool: {@code live} or {@code close}
 * @param windows per step the window of the whole round
 * @param overrides windows of a subtree that replace the round's; the nearest ancestor wins
 */
public record RoundState(
        String round,
        Map<String, String> title,
        String framework,
        Participants participants,
        int k,
        Map<String, String> release,
        boolean synthetic,
        List<StepWindow> windows,
        List<StepOverride> overrides) {

    /** A step's half-open window: {@code from} is in, {@code to} is out. */
    public record StepWindow(String step, Instant from, Instant to) {}

    /** A window that holds for an agency and everything below it. */
    public record StepOverride(String agency, String step, Instant from, Instant to, String reason) {}
}
