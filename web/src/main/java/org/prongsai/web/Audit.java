package org.prongsai.web;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who changed what, and why: the row written beside every change of state. */
public record Audit(
        String actor,
        String role,
        String action,
        String subject,
        @Nullable String agency,
        @Nullable String reason) {

    /** A person or system did it: {@code Audit.by(caller, "change-calendar", "rounds/2570-test")}. */
    public static Audit by(Caller caller, String action, String subject) {
        var roles = caller.roles().stream().sorted().map(Role::code).collect(Collectors.joining(","));
        return new Audit(caller.sub(), roles, action, subject, null, null);
    }

    /** One of our own jobs did it. */
    public static Audit byJob(String job, String action, String subject) {
        return new Audit(job, "job", action, subject, null, null);
    }

    public Audit at(String agency) {
        return new Audit(actor, role, action, subject, agency, reason);
    }

    public Audit because(@Nullable String reason) {
        return new Audit(actor, role, action, subject, agency, reason);
    }
}
