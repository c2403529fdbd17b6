package org.prongsai.assessment.lineage;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.prongsai.assessment.agency.Agency;

/** What must hold for an agency to end the day before others take over. */
final class Ending {
    private static final int SHOWN = 20;

    private Ending() {}

    /**
     * One that ended on that very day already may still learn who took over.
     *
     * @param way what to do with agencies below it, which are not moved silently
     */
    static void check(Register register, Agency agency, LocalDate on, String way, Findings findings) {
        begun(agency, on, findings);
        var last = on.minusDays(1);
        if (agency.to() != null && !agency.to().equals(last))
            findings.add(
                    "/on",
                    "already-ended",
                    "the day after its end, " + agency.to().plusDays(1),
                    on.toString());
        var children = register.childrenOn(on, agency.agency());
        if (!children.isEmpty()) findings.add("/agency", "living-children", way, shown(children));
    }

    private static List<String> shown(List<String> children) {
        if (children.size() <= SHOWN) return children;
        var more = "and " + (children.size() - SHOWN) + " more";
        return Stream.concat(children.stream().limit(SHOWN), Stream.of(more)).toList();
    }

    static void begun(Agency agency, LocalDate on, Findings findings) {
        if (!on.isAfter(agency.from()))
            findings.add("/on", "before-beginning", "after " + agency.from(), on.toString());
    }
}
