package org.prongsai.assessment.round;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.prongsai.contracts.assessment.Participants;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.methodology.calendar.Window;

/**
 * A round as anybody sees it at an instant.
 *
 * @param state {@code ahead} before its first window, {@code over} after its last, else {@code open}
 * @param rehearsal whether it is practice, whose results never count
 * @param joint units that are assessed as part of another one
 * @param errata changes of wording after the first answer
 */
public record RoundView(
        String round,
        Map<String, String> title,
        String framework,
        Participants participants,
        int k,
        Map<String, String> release,
        boolean synthetic,
        String state,
        List<StepView> calendar,
        List<RoundState.StepOverride> overrides,
        boolean rehearsal,
        List<RoundState.Joint> joint,
        List<RoundState.Erratum> errata) {

    /** A step's window; {@code to} is the first instant that is out. */
    public record StepView(String step, Instant from, Instant to, String state) {}

    public static RoundView of(RoundState round, Instant now) {
        var steps = round.windows().stream()
                .map(w -> new StepView(w.step(), w.from(), w.to(), state(new Window(w.from(), w.to()), now)))
                .toList();
        return new RoundView(
                round.round(),
                round.title(),
                round.framework(),
                round.participants(),
                round.k(),
                round.release(),
                round.synthetic(),
                overall(steps),
                steps,
                round.overrides(),
                round.rehearsal(),
                round.joint(),
                round.errata());
    }

    private static String overall(List<StepView> steps) {
        if (steps.stream().allMatch(s -> s.state().equals("ahead"))) {
            return "ahead";
        }
        return steps.stream().allMatch(s -> s.state().equals("over")) ? "over" : "open";
    }

    private static String state(Window window, Instant now) {
        if (window.ahead(now)) {
            return "ahead";
        }
        return window.over(now) ? "over" : "open";
    }
}
