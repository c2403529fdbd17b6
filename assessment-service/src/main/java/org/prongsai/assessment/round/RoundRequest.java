package org.prongsai.assessment.round;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A round as somebody wrote it down: nothing checked yet, so that every fault can be named at once. */
record RoundRequest(
        @Nullable String round,
        @Nullable Map<String, String> title,
        @Nullable String framework,
        @Nullable Who participants,
        @Nullable Integer k,
        @Nullable Map<String, String> release,
        @Nullable Boolean synthetic,
        @Nullable List<StepDates> calendar,
        @Nullable List<OverrideDates> overrides) {

    record Who(
            @Nullable String parent, @Nullable List<String> types) {}

    /** A step's window as dates (the last day is in) or instants. */
    record StepDates(
            @Nullable String step,
            @Nullable String from,
            @Nullable String to) {}

    record OverrideDates(
            @Nullable String agency,
            @Nullable String step,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {}

    /** The part of a round that may change after it was opened. */
    record CalendarRequest(
            @Nullable List<StepDates> calendar,
            @Nullable List<OverrideDates> overrides) {}
}
