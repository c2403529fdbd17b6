package org.prongsai.assessment.round;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.contracts.assessment.RoundState.StepOverride;
import org.prongsai.contracts.assessment.RoundState.StepWindow;
import org.prongsai.methodology.calendar.Calendar;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.methodology.calendar.StepWindows;
import org.prongsai.methodology.calendar.Window;

/** One year's assessment: a framework, who takes part, the calendar, and how answers are protected. */
public record Round(RoundState state, long version) {

    public String round() {
        return state.round();
    }

    /** The window of a step for a unit with this path (root … self), or of the whole round for an empty path. */
    public Optional<Window> window(Step step, List<String> path) {
        return windows(step).of(path);
    }

    /** The windows of a step, for whoever asks about many units. */
    public StepWindows windows(Step step) {
        return calendar().windows(step);
    }

    /** Whether this step has begun for some unit. */
    public boolean begun(Step step, Instant now) {
        return Stream.concat(
                        state.windows().stream()
                                .filter(w -> w.step().equals(step.code()))
                                .map(StepWindow::from),
                        state.overrides().stream()
                                .filter(o -> o.step().equals(step.code()))
                                .map(StepOverride::from))
                .anyMatch(from -> !now.isBefore(from));
    }

    private Calendar calendar() {
        Map<Step, Window> windows = new EnumMap<>(Step.class);
        state.windows().forEach(w -> windows.put(Step.of(w.step()), new Window(w.from(), w.to())));
        return new Calendar(
                windows, state.overrides().stream().map(Round::deviation).toList());
    }

    private static Calendar.Deviation deviation(StepOverride o) {
        return new Calendar.Deviation(o.agency(), Step.of(o.step()), new Window(o.from(), o.to()), o.reason());
    }

    /** Whether answers to this instrument leave the pool while the window is open. */
    public boolean live(String instrument) {
        return "live".equals(state.release().get(instrument));
    }

    /** The first instant at which some unit's window of this step is over; before it nothing needs draining. */
    public Optional<Instant> earliestEnd(Step step) {
        return Stream.concat(
                        state.windows().stream()
                                .filter(w -> w.step().equals(step.code()))
                                .map(StepWindow::to),
                        state.overrides().stream()
                                .filter(o -> o.step().equals(step.code()))
                                .map(StepOverride::to))
                .min(Instant::compareTo);
    }
}
