package org.prongsai.assessment.response;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.challenge.Passage;
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

        /** Nothing is stored; only the very answers that are stored already get their receipt again. */
        record OnlyAgain(Admission admission, Problem otherwise) implements Decision {}
    }

    private Intake() {}

    /**
     * Answers sent by a respondent: the window must be open at {@code now}, and so must the part, or the ticket be signed.
     */
    static Decision decide(Survey survey, String agency, Submission submission, Backing backing, Instant now) {
        var timely = asksTicket(survey, submission)
                ? judge(survey, agency, submission, SignedTicket.of(submission.ticket(), backing.issuer()))
                : judge(survey, agency, submission);
        return survey.closed(now)
                .map(closed -> untimely(timely, survey.window().over(now), closed))
                .orElseGet(() -> vouched(timely, backing.passage()));
    }

    /** What was sent to vouch for answers and does not is a fault as any other, but none that loses an answer stored before. */
    private static Decision vouched(Decision.Timely timely, Passage passage) {
        return switch (timely) {
            case Decision.Admitted(var admission)
            when passage.faults().isEmpty() ->
                new Decision.Admitted(passage.unverified() ? admission.aside() : admission);
            case Decision.Admitted(var admission) ->
                new Decision.OnlyAgain(admission, Problem.of(ProblemType.INVALID_RESPONSE, passage.faults()));
            case Decision.Turned(var problem) -> new Decision.Turned(with(problem, passage.faults()));
        };
    }

    private static Problem with(Problem problem, List<Fault> more) {
        var all = Stream.concat(problem.faults().stream(), more.stream()).toList();
        return more.isEmpty() ? problem : Problem.of(problem.type(), all);
    }

    /** Faults are not told: whoever comes at the wrong time learns only that. */
    private static Decision untimely(Decision.Timely timely, boolean late, Problem closed) {
        return late && timely instanceof Decision.Admitted(var admission)
                ? new Decision.OnlyAgain(admission, closed)
                : new Decision.Turned(closed);
    }

    /** Answers of a synthetic round, or to an open part: the token is the respondent's own, and nobody signs it. */
    static Decision.Timely judge(Survey survey, String agency, Submission submission) {
        var known = survey.parts().contains(part(submission));
        return judge(survey, agency, submission, known ? SignedTicket.open(submission.ticket()) : SignedTicket.UNASKED);
    }

    private static Decision.Timely judge(Survey survey, String agency, Submission submission, SignedTicket ticket) {
        String part = part(submission);
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
        if (submission.capacity() != null && !Capacity.codes().contains(submission.capacity())) {
            faults.add(new Fault("/capacity", "unknown-capacity", Capacity.codes(), submission.capacity()));
        }
        Map<String, @Nullable String> answers = Objects.requireNonNullElse(submission.answers(), Map.of());
        new AnswerSheet(survey.form(), answers)
                .faults().stream()
                        .map(f -> new Fault(f.pointer(), f.reason(), f.expected(), f.actual()))
                        .forEach(faults::add);
        faults.addAll(ticket.faults());
        if (!faults.isEmpty()) {
            return new Decision.Turned(Problem.of(ticket.problem(), faults));
        }
        var place = new Place(survey.round(), agency, survey.instrument(), part);
        return new Decision.Admitted(
                new Admission(place, ticket.token().orElseThrow().hashAt(place), chosen(answers), false));
    }

    /** Whether only the invited may answer this part. */
    static boolean asksTicket(Survey survey, Submission submission) {
        String part = part(submission);
        return survey.parts().contains(part) && !survey.open(part);
    }

    /** Whether anybody may answer this part now, so that it may be flooded. */
    static boolean asksPassage(Survey survey, Submission submission, Instant now) {
        return survey.open(part(submission)) && survey.closed(now).isEmpty();
    }

    /** The part that a submission is to; {@code 1} if it does not say. */
    private static String part(Submission submission) {
        return Objects.requireNonNullElse(submission.part(), FIRST_PART);
    }

    private static Map<String, String> chosen(Map<String, @Nullable String> answers) {
        var chosen = new HashMap<String, String>();
        answers.forEach((question, option) -> chosen.put(question, Objects.requireNonNull(option)));
        return chosen;
    }
}
