package org.prongsai.assessment.round;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.calendar.Schedule;

/** A round as somebody wrote it down: nothing checked yet, so that every fault can be named at once. */
public record RoundRequest(
        @Nullable String round,
        @Nullable Map<String, String> title,
        @Nullable String framework,
        @Nullable Who participants,
        @Nullable Integer k,
        @Nullable Map<String, String> release,
        @Nullable Boolean synthetic,
        @Nullable List<Schedule.Entry> calendar,
        @Nullable List<Schedule.Deviation> overrides,
        @Nullable Boolean rehearsal,
        @Nullable List<Together> joint) {

    /** Units that are to be assessed as part of another one. */
    public record Together(
            @Nullable String agency,
            @Nullable List<String> with,
            @Nullable String reason) {

        /** Everybody it names. */
        public Stream<String> named() {
            return Stream.concat(
                    Stream.ofNullable(agency), Objects.requireNonNullElse(with, List.<String>of()).stream());
        }
    }

    record Who(@Nullable String parent, @Nullable List<String> types) {}

    /** The part of a round that may change after it was opened. */
    record CalendarRequest(
            @Nullable List<Schedule.Entry> calendar,
            @Nullable List<Schedule.Deviation> overrides) {}
}
