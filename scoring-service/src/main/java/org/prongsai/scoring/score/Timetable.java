package org.prongsai.scoring.score;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.methodology.calendar.Calendar;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.methodology.calendar.Window;

/** When a round's marks are due; steps of later versions are passed over. */
public record Timetable(Calendar calendar) {

    public static Timetable of(RoundState state) {
        var windows = new EnumMap<Step, Window>(Step.class);
        state.windows().forEach(each -> Step.find(each.step())
                .ifPresent(step -> windows.put(step, new Window(each.from(), each.to()))));
        return new Timetable(new Calendar(
                windows,
                state.overrides().stream()
                        .flatMap(each -> override(each).stream())
                        .toList()));
    }

    private static Optional<Calendar.Deviation> override(RoundState.StepOverride given) {
        return Step.find(given.step())
                .map(step -> new Calendar.Deviation(
                        given.agency(), step, new Window(given.from(), given.to()), given.reason()));
    }

    /** The end of marking or, in a round without that step, of filing; empty where neither has an end. */
    Optional<Instant> markedUntil(List<String> path) {
        return calendar.window(Step.MARKING, path)
                .or(() -> calendar.window(Step.OIT, path))
                .map(Window::to);
    }
}
