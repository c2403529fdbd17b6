package org.prongsai.assessment.round;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.contracts.assessment.RoundState.StepOverride;
import org.prongsai.contracts.assessment.RoundState.StepWindow;
import org.prongsai.methodology.Parsed;
import org.prongsai.methodology.calendar.Calendar;
import org.prongsai.methodology.calendar.Schedule;
import org.prongsai.web.Fault;

/**
 * A calendar as the round's state holds it, and everything that was wrong with what somebody wrote down.
 *
 * @param lines the line of what was written in which each window stands, as a pointer
 */
record CalendarDraft(
        List<StepWindow> windows, List<StepOverride> overrides, Map<Slot, String> lines, List<Fault> faults) {

    /** What a window is for: a step, of everybody or of one subtree. */
    record Slot(String step, @Nullable String agency) {}

    private static final int MOST_OVERRIDES = 2000;
    private static final int LONGEST_REASON = 500;

    /** @param knownAgency whether an override's agency is in the register */
    static CalendarDraft of(
            @Nullable List<Schedule.Entry> calendar,
            @Nullable List<Schedule.Deviation> overrides,
            Predicate<String> knownAgency) {
        var faults = new ArrayList<>(strangers(overrides, knownAgency));
        faults.addAll(excess(overrides));
        return switch (new Schedule(calendar, overrides).checked()) {
            case Parsed.Valid<Calendar>(var valid) ->
                new CalendarDraft(windows(valid), overrides(valid), lines(calendar, overrides), faults);
            case Parsed.Faulty<Calendar>(var found) -> {
                found.forEach(f -> faults.add(new Fault(f.pointer(), f.reason(), f.expected(), f.actual())));
                yield new CalendarDraft(List.of(), List.of(), Map.of(), faults);
            }
        };
    }

    private static Map<Slot, String> lines(
            @Nullable List<Schedule.Entry> calendar, @Nullable List<Schedule.Deviation> overrides) {
        var lines = new HashMap<Slot, String>();
        for (var entry : Objects.requireNonNullElse(calendar, List.<Schedule.Entry>of())) {
            lines.put(new Slot(String.valueOf(entry.step()), null), "/calendar/" + lines.size());
        }
        int before = lines.size();
        for (var other : Objects.requireNonNullElse(overrides, List.<Schedule.Deviation>of())) {
            lines.put(new Slot(String.valueOf(other.step()), other.agency()), "/overrides/" + (lines.size() - before));
        }
        return lines;
    }

    /** Where it was written; what is missing is missing from the whole. */
    String pointer(Slot slot) {
        return lines.getOrDefault(slot, slot.agency() == null ? "/calendar" : "/overrides");
    }

    /** Dates of their own for units that the round assesses as part of another one: they have the dates of their lead. */
    List<Fault> joined(RoundState round) {
        return overrides.stream()
                .flatMap(override -> round.lead(override.agency()).stream()
                        .map(lead -> new Fault(
                                pointer(new Slot(override.step(), override.agency())) + "/agency",
                                "assessed-jointly",
                                "the lead: " + lead,
                                override.agency())))
                .toList();
    }

    private static List<Fault> excess(@Nullable List<Schedule.Deviation> overrides) {
        var written = Objects.requireNonNullElse(overrides, List.<Schedule.Deviation>of());
        var faults = new ArrayList<Fault>();
        if (written.size() > MOST_OVERRIDES) {
            faults.add(new Fault("/overrides", "too-many", "at most " + MOST_OVERRIDES, written.size()));
        }
        int i = 0;
        for (var override : written) {
            int length = Objects.requireNonNullElse(override.reason(), "").length();
            if (length == 0 || length > LONGEST_REASON) {
                faults.add(new Fault(
                        "/overrides/" + i + "/reason",
                        "invalid-reason",
                        "1 to " + LONGEST_REASON + " letters",
                        length));
            }
            i++;
        }
        return faults;
    }

    private static List<Fault> strangers(@Nullable List<Schedule.Deviation> overrides, Predicate<String> knownAgency) {
        var faults = new ArrayList<Fault>();
        int i = 0;
        for (var override : Objects.requireNonNullElse(overrides, List.<Schedule.Deviation>of())) {
            String agency = Objects.requireNonNullElse(override.agency(), "");
            if (!knownAgency.test(agency)) {
                faults.add(new Fault(
                        "/overrides/" + i + "/agency", "unknown-agency", "an agency of the register", agency));
            }
            i++;
        }
        return faults;
    }

    private static List<StepWindow> windows(Calendar calendar) {
        return calendar.windows().entrySet().stream()
                .map(e -> new StepWindow(
                        e.getKey().code(), e.getValue().from(), e.getValue().to()))
                .toList();
    }

    private static List<StepOverride> overrides(Calendar calendar) {
        return calendar.overrides().stream()
                .map(o -> new StepOverride(
                        o.agency(),
                        o.step().code(),
                        o.window().from(),
                        o.window().to(),
                        o.reason()))
                .toList();
    }
}
