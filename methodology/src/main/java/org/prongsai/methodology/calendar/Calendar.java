package org.prongsai.methodology.calendar;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When each step of a round is open, for everybody and for the branches that were given other dates. */
public record Calendar(Map<Step, Window> windows, List<Deviation> overrides) {
    /** Other dates of one step for an agency and everything below it. */
    public record Deviation(String agency, Step step, Window window, String reason) {}

    public Calendar {
        var ordered = new EnumMap<Step, Window>(Step.class);
        ordered.putAll(windows);
        windows = Collections.unmodifiableMap(ordered);
        overrides = List.copyOf(overrides);
    }

    /** The window of an agency, given its path (root … self): the nearest override, else everybody's. */
    public Optional<Window> window(Step step, List<String> path) {
        return windows(step).of(path);
    }

    /** The windows of one step, for whoever asks about many agencies. */
    public StepWindows windows(Step step) {
        var branches = new HashMap<String, Window>();
        overrides.stream()
                .filter(each -> each.step() == step)
                .forEach(each -> branches.putIfAbsent(each.agency(), each.window()));
        return new StepWindows(Optional.ofNullable(windows.get(step)), branches);
    }
}
