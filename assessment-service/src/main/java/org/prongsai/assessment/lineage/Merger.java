package org.prongsai.assessment.lineage;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.contracts.assessment.AgencyChanged.Link;

/** Decides whether an agency ends and another one goes on in its place. */
final class Merger {

    /** A merger as somebody wrote it down. */
    record Form(
            @Nullable String into,
            @Nullable String on,
            @Nullable String reason) {}

    private Merger() {}

    static Turn decide(Register register, Agency agency, Form form) {
        var findings = new Findings();
        var into = findings.text("/into", form.into(), "an agency that exists");
        var on = findings.day("/on", form.on());
        findings.reason(form.reason());
        if (on != null) Ending.check(register, agency, on, "none; move or end them first", findings);
        var successor = into.isEmpty() ? null : successor(register, agency, into, on, findings);
        return Turn.of(findings, () -> merged(agency, Objects.requireNonNull(successor), Objects.requireNonNull(on)));
    }

    private static @Nullable Agency successor(
            Register register, Agency agency, String into, @Nullable LocalDate on, Findings findings) {
        var found = register.find(into).orElse(null);
        if (found == null) findings.add("/into", "unknown-agency", "an agency that exists", into);
        else if (into.equals(agency.agency())) findings.add("/into", "same-agency", "another agency", into);
        else check(register, agency, found, on, findings);
        return found;
    }

    private static void check(
            Register register, Agency agency, Agency successor, @Nullable LocalDate on, Findings findings) {
        if (register.descends(agency.agency(), successor.agency()))
            findings.add("/into", "lineage-cycle", "an agency that this one does not come from", successor.agency());
        if (on == null) return;
        if (!successor.exists(on))
            findings.add("/into", "not-existing-then", "an agency that exists on " + on, successor.agency());
        if (agency.lineage().successors().contains(link(successor, on)))
            findings.add("/into", "already-recorded", "once", successor.agency());
    }

    private static List<Agency> merged(Agency agency, Agency successor, LocalDate on) {
        return List.of(
                Register.before(agency.ending(on.minusDays(1)), link(successor, on)),
                Register.after(successor, link(agency, on)));
    }

    private static Link link(Agency other, LocalDate on) {
        return new Link(other.agency(), Link.MERGED, on);
    }
}
