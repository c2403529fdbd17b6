package org.prongsai.assessment.response;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.prongsai.assessment.response.Intake.Decision;
import org.prongsai.assessment.round.RoundStore;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.assessment.survey.SurveyReader;
import org.prongsai.assessment.ticketkey.TicketKeyStore;
import org.prongsai.blind.TicketVerifier;
import org.prongsai.web.Access;
import org.prongsai.web.Fault;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes answers in and says whether an answer is counted; knows nothing of who sends them. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class ResponseEndpoint {

    private final RoundStore rounds;
    private final SurveyReader surveys;
    private final ResponseStore responses;
    private final GroupWriter group;
    private final TicketKeyStore keys;
    private final Clock clock;

    ResponseEndpoint(
            RoundStore rounds,
            SurveyReader surveys,
            ResponseStore responses,
            GroupWriter group,
            TicketKeyStore keys,
            Clock clock) {
        this.rounds = rounds;
        this.surveys = surveys;
        this.responses = responses;
        this.group = group;
        this.keys = keys;
        this.clock = clock;
    }

    record Receipt(String receipt) {}

    record Counted(String receipt, boolean counted) {}

    @PostMapping("/rounds/{round}/agencies/{agency}/responses")
    @Access(Permission.SUBMIT_RESPONSE)
    @ApiResponse(responseCode = "201", description = "Stored for good", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "The same response again", useReturnTypeSchema = true)
    @Operation(
            summary = "Takes one response",
            description =
                    "\"framework\" is the version under which the form was shown, as the survey gives it. It may be"
                            + " left out: then the answers are judged by the round's. Answers to a form that an erratum"
                            + " replaced, which differs in words only, are taken; to any other version they are refused with the"
                            + " fault \"other-framework\", which expects the round's version: show that form and ask again.")
    Mono<ResponseEntity<Receipt>> submit(
            @PathVariable String round, @PathVariable String agency, @RequestBody Submission submission) {
        String instrument = submission.instrument();
        if (instrument == null) {
            return Mono.error(Problem.of(ProblemType.INVALID_RESPONSE, List.of(Fault.of("/instrument", "missing")))
                    .refusal());
        }
        return surveys.withUnit(round, agency, instrument, survey -> issuer(survey, agency, submission)
                .flatMap(issuer -> switch (Intake.decide(survey, agency, submission, issuer, clock.instant())) {
                    case Decision.Turned(Problem problem) -> turn(survey, submission, problem);
                    case Decision.Admitted(Admission admission) -> admit(survey, admission);
                    case Decision.Late(Admission admission, Problem closed) -> repeat(admission, closed);
                }));
    }

    /** Who signs the tickets of this part; empty where it needs none or none was made. */
    private Mono<Optional<TicketVerifier>> issuer(Survey survey, String agency, Submission submission) {
        return Intake.asksTicket(survey, submission)
                ? keys.verifier(survey.round(), agency, survey.instrument()).singleOptional()
                : Mono.just(Optional.empty());
    }

    /** Empty where the form is a newer one than this service had heard of, so that it is judged by that. */
    private <T> Mono<T> turn(Survey survey, Submission submission, Problem problem) {
        Mono<T> refused = Mono.error(problem.refusal());
        return survey.before(submission.framework()) ? rounds.whileIs(survey.of(), refused) : refused;
    }

    private Mono<ResponseEntity<Receipt>> repeat(Admission admission, Problem otherwise) {
        return responses
                .holds(admission)
                .flatMap(same ->
                        same ? Mono.just(ResponseEntity.ok(receipt(admission))) : Mono.error(otherwise.refusal()));
    }

    /** Empty when the survey was another one by the time the answers came to their pool. */
    private Mono<ResponseEntity<Receipt>> admit(Survey survey, Admission admission) {
        var receipt = receipt(admission);
        var submitted = new Submitted(admission, survey.of().state().framework());
        var stored = group.admit(submitted).switchIfEmpty(Mono.defer(() -> responses.admitFirst(survey, submitted)));
        return stored.flatMap(outcome -> switch (outcome) {
            case STORED -> Mono.just(ResponseEntity.status(HttpStatus.CREATED).body(receipt));
            case REPEATED -> Mono.just(ResponseEntity.ok(receipt));
            case DRAINED -> Mono.error(drained(survey));
        });
    }

    private static Receipt receipt(Admission admission) {
        return new Receipt(admission.tokenHash().receipt());
    }

    @GetMapping("/receipts/{receipt}")
    @Access(Permission.READ_RECEIPT)
    @Operation(summary = "Whether an answer with this receipt is counted")
    Mono<Counted> receipt(@PathVariable String receipt) {
        return Mono.justOrEmpty(Token.receiptBytes(receipt))
                .flatMap(responses::counted)
                .map(counted -> new Counted(receipt, counted))
                .switchIfEmpty(Mono.error(() -> Problem.invalidRequest(new Fault(
                                "/receipt", "not-a-receipt", "sixteen letters and digits as on your receipt", receipt))
                        .refusal()));
    }

    private static RuntimeException drained(Survey survey) {
        return Survey.outside(survey.window(), "closed").refusal();
    }
}
