package org.prongsai.methodology.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.Parsed;

/**
 * A calendar as it is written down, {@code {calendar: [{step, from, to}], overrides: [{agency, step, from, to,
 * reason}]}}, not yet checked.
 */
public record Schedule(
        @Nullable List<Entry> calendar, @Nullable List<Deviation> overrides) {
    public record Entry(
            @Nullable String step,
            @Nullable String from,
            @Nullable String to) {}

    public record Deviation(
            @Nullable String agency,
            @Nullable String step,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {}

    /** A calendar, or everything that is wrong with it: each step once, no window that ends before it begins. */
    public Parsed<Calendar> checked() {
        var check = new ScheduleCheck();
        if (calendar != null) calendar.forEach(check::entry);
        if (overrides != null) overrides.forEach(check::deviation);
        return check.result();
    }
}
