package org.prongsai.assessment.population;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;

/**
 * Another number of people in the place of one by which invitations were given out.
 *
 * @param invited invitations that are out, by instrument; 0 where all were withdrawn
 */
record Correction(Population before, Population after, Map<String, Integer> invited) {

    private static final Map<String, String> FIELDS = Map.of("iit", "/internal", "eit", "/external");

    /**
     * Why it is not made. More people would be more invitations, and who draws them could answer in their place: so only
     * the authority raises it, and says why.
     */
    Optional<Problem> refusal(boolean authority, @Nullable String reason) {
        var faults = new ArrayList<Fault>();
        var raised = new ArrayList<Fault>();
        FIELDS.forEach((instrument, field) -> {
            int out = invited.getOrDefault(instrument, 0);
            int people = after.people(instrument);
            if (people < out) {
                faults.add(new Fault(
                        field, "fewer-than-invited", "at least " + out + ", as many as were invited", people));
            }
            if (invited.containsKey(instrument) && people > before.people(instrument)) {
                raised.add(new Fault(field, "raised-after-draw", "the authority, with a reason", people));
            }
        });
        if (!raised.isEmpty() && !authority) {
            return Optional.of(Problem.of(ProblemType.NOT_YOURS).with(raised));
        }
        if (!raised.isEmpty() && (reason == null || reason.isBlank())) {
            faults.add(new Fault(
                    "/reason", "missing", "why there are more people than when invitations were drawn", null));
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(Problem.of(ProblemType.INVALID_POPULATION, faults));
    }
}
