package org.prongsai.methodology.calendar;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.Parsed;

/** Goes through a written schedule line by line and keeps what is right and what is wrong with it. */
final class ScheduleCheck {
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<Step, Window> windows = new EnumMap<>(Step.class);
    private final List<Calendar.Deviation> deviations = new ArrayList<>();
    private int entries;
    private int others;

    void entry(Schedule.Entry entry) {
        var pointer = "/calendar/" + entries++;
        var step = step(pointer, entry.step(), "everybody");
        var window = window(pointer, entry.from(), entry.to());
        if (step.isPresent() && window.isPresent()) windows.put(step.get(), window.get());
    }

    void deviation(Schedule.Deviation other) {
        var pointer = "/overrides/" + others++;
        var agency = other.agency() == null ? "" : other.agency();
        if (agency.isBlank()) faults.add(Fault.of(pointer + "/agency", "missing"));
        var step = step(pointer, other.step(), agency.isBlank() ? pointer : "agency " + agency);
        var window = window(pointer, other.from(), other.to());
        var reason = other.reason() == null ? "" : other.reason();
        if (step.isPresent() && window.isPresent())
            deviations.add(new Calendar.Deviation(agency, step.get(), window.get(), reason));
    }

    private Optional<Step> step(String pointer, @Nullable String code, String scope) {
        var step = Step.find(String.valueOf(code));
        if (step.isEmpty()) faults.add(new Fault(pointer + "/step", "unknown-step", Step.codes(), code));
        else if (!seen.add(scope + " " + code))
            faults.add(new Fault(pointer + "/step", "duplicate-step", "each step once", code));
        return step;
    }

    private Optional<Window> window(String pointer, @Nullable String from, @Nullable String to) {
        boolean begins = dated(pointer + "/from", from);
        boolean ends = dated(pointer + "/to", to);
        if (!begins || !ends || from == null || to == null) return Optional.empty();
        try {
            return Optional.of(Window.of(from, to));
        } catch (DateTimeException wrong) {
            faults.add(new Fault(pointer + "/to", "ends-before-it-begins", "after " + from, to));
            return Optional.empty();
        }
    }

    private boolean dated(String pointer, @Nullable String text) {
        try {
            if (text == null) faults.add(Fault.of(pointer, "missing"));
            else Window.instant(text);
            return text != null;
        } catch (DateTimeException wrong) {
            faults.add(new Fault(pointer, "bad-date", "a date like 2027-01-31 (C.E.) or an instant", text));
            return false;
        }
    }

    Parsed<Calendar> result() {
        return Parsed.of(new Calendar(windows, deviations), faults);
    }
}
