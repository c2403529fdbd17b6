package org.prongsai.assessment.draw;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.web.Caller;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.prongsai.web.Role;

/** For which survey who may give out invitations, and until when. */
final class Entitlement {

    private Entitlement() {}

    /**
     * The unit and those above it draw for its staff; service users are sampled by the authority's assessors alone.
     *
     * @param path of the unit, root … self
     */
    static Optional<Problem> refusal(Survey survey, List<String> path, Caller caller, Instant now) {
        if (survey.parts().stream().allMatch(survey::open)) {
            return Optional.of(Problem.of(
                    ProblemType.INVALID_DRAW,
                    List.of(new Fault(
                            "/instrument",
                            "needs-no-ticket",
                            "an instrument with a part that is not open",
                            survey.instrument()))));
        }
        boolean staff = survey.instrument().equals(Step.IIT.code());
        if (!caller.has(Role.ADMIN) && !(staff ? ofTheUnit(path, caller) : caller.has(Role.ASSESSOR))) {
            return Optional.of(Problem.of(ProblemType.NOT_YOURS)
                    .with(List.of(new Fault(
                            "/instrument",
                            "drawn-by-others",
                            staff ? "the unit, somebody above it, or the authority" : "an assessor or the authority",
                            survey.instrument()))));
        }
        return survey.window().over(now) ? Optional.of(Survey.outside(survey.window(), "closed")) : Optional.empty();
    }

    private static boolean ofTheUnit(List<String> path, Caller caller) {
        return (caller.has(Role.COORDINATOR) || caller.has(Role.COMMANDER)) && caller.covers(path);
    }
}
