package org.prongsai.portal.survey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service said instead of doing what was asked.
 *
 * @param status of HTTP; 503 where no service could be asked
 * @param type the last part of the problem's type: {@code window-closed}
 * @param detail a sentence in the language that was asked for; empty where none was given
 * @param seconds until it is worth asking again; 0 if nothing was said
 */
public record Told(int status, String type, String detail, int seconds, List<Fault> errors) {

    /** One thing that was wrong. */
    public record Fault(
            @Nullable String pointer,
            @Nullable String reason,
            @Nullable Object expected,
            @Nullable Object actual,
            @Nullable Integer line) {}

    private static final int SOON = 5;

    public static final Told AWAY = new Told(503, "unavailable", "", SOON, List.of());

    /** Whether so many ask that this one was not heard. */
    public boolean busy() {
        return type.equals("too-many-requests") || type.equals("busy");
    }

    /** Seconds after which it is worth asking again, also where nothing was said. */
    public int soon() {
        return seconds == 0 ? SOON : seconds;
    }

    /** Whether one of the faults has this reason. */
    public boolean because(String reason) {
        return errors.stream().anyMatch(fault -> reason.equals(fault.reason()));
    }

    /** What was expected by the fault of this reason; empty where there is none. */
    public String expected(String reason) {
        return errors.stream()
                .filter(fault -> reason.equals(fault.reason()) && fault.expected() != null)
                .map(fault -> String.valueOf(fault.expected()))
                .findFirst()
                .orElse("");
    }
}
