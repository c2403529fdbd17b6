package org.prongsai.assessment.response;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.pool.Place;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.methodology.form.AnswerSheet;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;

/** Decides whether answers are taken in, and names every reason why not. */
final class Intake {

    private static final String FIRST_PART = "1";

    /** What becomes of a submission. */
    sealed interface Decision {
        /** What becomes of one that comes in time. */
        sealed interface Timely extends Decision {}

        record Admitted(Admission admission) implements Timely {}

        record Turned(Problem problem) implements Timely {}

        /** Nothing is stored any more; only the very answers that are stored already get their receipt again. */
        record Late(Admission admission, Problem otherwise) implements Decision {}
    }

    private Intake() {}

    /** Answers sent by a respondent: the window must be open at {@code now}, and so must the part. */
    static Decision decide(Survey survey, String agency, Submission submission, Instant now) {
        var timely = refuseTicket(survey, submission)
                .<Decision.Timely>map(Decision.Turned::new)
                .orElseGet(() -> judge(survey, agency, submission));
        return survey.closed(now)
                .map(closed -> untimely(timely, survey.window().over(now), closed))
                .orElse(timely);
    }

    /** Faults are not told: whoever comes at the wrong time learns only that. */
    private static Decision untimely(Decision.Timely timely, boolean late, Problem closed) {
        return late && timely instanceof Decision.Admitted(var admission)
                ? new Decision.Late(admission, closed)
                : new Decision.Turned(closed);
    }

    /** Answers of a synthetic round, whenever its windows are. */
    static Decision.Timely judge(Survey survey, String agency, Submission submission) {
        String part = Objects.requireNonNullElse(submission.part(), FIRST_PART);
        var faults = new ArrayList<Fault>();
        if (!survey.parts().contains(part)) {
            faults.add(new Fault("/part", "unknown-part", survey.parts(), part));
        }
        if (submission.language() != null && !survey.framework().languages().contains(submission.language())) {
            faults.add(new Fault(
                    "/language", "unknown-language", survey.framework().languages(), submission.language()));
        }
        if (submission.framework() != null && !survey.asks(submission.framework())) {
            faults.add(new Fault(
                    "/framework", "other-framework", survey.framework().ref(), submission.framework()));
        }
        Map<String, @Nullable String> answers = Objects.requireNonNullElse(submission.answers(), Map.of());
        new AnswerSheet(survey.form(), answers)
                .faults().stream()
                        .map(f -> new Fault(f.pointer(), f.reason(), f.expected(), f.actual()))
                        .forEach(faults::add);
        Optional<Token> token = token(submission.ticket());
        if (token.isEmpty()) {
            faults.add(
                    new Fault("/ticket/token", "invalid-token", "32 random bytes as base64url without padding", null));
        }
        if (!faults.isEmpty()) {
            return new Decision.Turned(Problem.of(ProblemType.INVALID_RESPONSE, faults));
        }
        var place = new Place(survey.round(), agency, survey.instrument(), part);
        return new Decision.Admitted(new Admission(place, token.orElseThrow().hashAt(place), chosen(answers)));
    }

    /** Every part but an open one asks for the issuer's signature; no ticket key has been made for any unit. */
    private static Optional<Problem> refuseTicket(Survey survey, Submission submission) {
        String part = Objects.requireNonNullElse(submission.part(), FIRST_PART);
        if (survey.open(part) || !survey.parts().contains(part)) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(ProblemType.TICKET_INVALID)
                .with(List.of(new Fault(
                        "/ticket/signature", "no-ticket-key", "a blind signature of this unit's ticket key", null))));
    }

    private static Optional<Token> token(Submission.@Nullable Ticket ticket) {
        return Optional.ofNullable(ticket).map(Submission.Ticket::token).flatMap(Token::open);
    }

    private static Map<String, String> chosen(Map<String, @Nullable String> answers) {
        var chosen = new HashMap<String, String>();
        answers.forEach((question, option) -> chosen.put(question, Objects.requireNonNull(option)));
        return chosen;
    }
}
