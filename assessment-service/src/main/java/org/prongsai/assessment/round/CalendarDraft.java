package org.prongsai.assessment.round;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.round.RoundRequest.OverrideDates;
import org.prongsai.assessment.round.RoundRequest.StepDates;
import org.prongsai.contracts.assessment.RoundState.StepOverride;
import org.prongsai.contracts.assessment.RoundState.StepWindow;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.methodology.calendar.Window;
import org.prongsai.web.Fault;

/** Reads a calendar as written and gathers everything that is wrong with it. */
final class CalendarDraft {

    private static final String DATES = "from and to as dates (2027-06-30) or instants, from before to";

    private final List<Fault> faults = new ArrayList<>();
    private final List<StepWindow> windows = new ArrayList<>();
    private final List<StepOverride> overrides = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Predicate<String> knownAgency;

    /** @param knownAgency whether an override's agency is in the register */
    CalendarDraft(
            @Nullable List<StepDates> calendar,
            @Nullable List<OverrideDates> written,
            Predicate<String> knownAgency) {
        this.knownAgency = knownAgency;
        int i = 0;
        for (StepDates dates : Objects.requireNonNullElse(calendar, List.<StepDates>of())) {
            window(dates, "/calendar/" + i++);
        }
        i = 0;
        for (OverrideDates dates : Objects.requireNonNullElse(written, List.<OverrideDates>of())) {
            override(dates, "/overrides/" + i++);
        }
    }

    List<Fault> faults() {
        return faults;
    }

    List<StepWindow> windows() {
        return windows;
    }

    List<StepOverride> overrides() {
        return overrides;
    }

    private void window(StepDates dates, String at) {
        String step = step(dates.step(), at);
        if (!seen.add(step)) {
            faults.add(new Fault(at + "/step", "duplicate-step", "each step once", step));
        }
        read(dates.from(), dates.to(), at).ifPresent(w -> windows.add(new StepWindow(step, w.from(), w.to())));
    }

    private void override(OverrideDates dates, String at) {
        String step = step(dates.step(), at);
        String agency = Objects.requireNonNullElse(dates.agency(), "");
        String reason = Objects.requireNonNullElse(dates.reason(), "").strip();
        if (!knownAgency.test(agency)) {
            faults.add(new Fault(at + "/agency", "unknown-agency", "an agency of the register", agency));
        }
        if (!seen.contains(step)) {
            faults.add(new Fault(at + "/step", "no-window", "a step that the calendar has a window for", step));
        }
        if (!seen.add(step + " " + agency)) {
            faults.add(new Fault(at, "duplicate-override", "one override for each step and agency", agency));
        }
        if (reason.isEmpty()) {
            faults.add(new Fault(at + "/reason", "missing", "why these units have other dates", null));
        }
        read(dates.from(), dates.to(), at)
                .ifPresent(w -> overrides.add(new StepOverride(agency, step, w.from(), w.to(), reason)));
    }

    private String step(@Nullable String step, String at) {
        String code = Objects.requireNonNullElse(step, "");
        if (Step.find(code).isEmpty()) {
            faults.add(new Fault(at + "/step", "unknown-step", Step.codes(), code));
        }
        return code;
    }

    private Optional<Window> read(@Nullable String from, @Nullable String to, String at) {
        try {
            return Optional.of(Window.of(Objects.requireNonNullElse(from, ""), Objects.requireNonNullElse(to, "")));
        } catch (DateTimeException wrong) {
            faults.add(new Fault(at, "invalid-window", DATES, wrong.getMessage()));
            return Optional.empty();
        }
    }
}
