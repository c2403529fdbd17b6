package org.prongsai.assessment.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.response.Intake.Decision;
import org.prongsai.assessment.round.RoundStore;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.assessment.survey.SurveyReader;
import org.prongsai.contracts.assessment.UnverifiedPart;
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
    private final BackingReader backings;
    private final IntakeWriter intake;
    private final ResponseStore responses;
    private final Clock clock;

    ResponseEndpoint(
            RoundStore rounds,
            SurveyReader surveys,
            BackingReader backings,
            IntakeWriter intake,
            ResponseStore responses,
            Clock clock) {
        this.rounds = rounds;
        this.surveys = surveys;
        this.backings = backings;
        this.intake = intake;
        this.responses = responses;
        this.clock = clock;
    }

    /** @param part where the answer lies, if that is not the part that was asked for */
    record Receipt(
            String receipt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String part) {}

    /** @param part where an answer lies that is reported by itself and counts for no score */
    record Counted(
            String receipt,
            boolean counted,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String part) {}

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
                            + " fault \"other-framework\", which expects the round's version: show that form and ask again. While"
                            + " more answers come to a unit than its counter can have, one to an open part needs a"
                            + " \"proof\" or a \"counterCode\" (see its challenges); without either it is taken into the part"
                            + " that \"part\" then names, which is reported by itself. \"capacity\" is self, for-someone or"
                            + " agent, and like \"language\" counted apart.")
    Mono<ResponseEntity<Receipt>> submit(
            @PathVariable String round, @PathVariable String agency, @RequestBody Submission submission) {
        String instrument = submission.instrument();
        if (instrument == null) {
            return Mono.error(Problem.of(ProblemType.INVALID_RESPONSE, List.of(Fault.of("/instrument", "missing")))
                    .refusal());
        }
        return surveys.withUnit(round, agency, instrument, survey -> take(survey, agency, submission));
    }

    /** Empty when the survey was another one by the time the answers came to their pool. */
    private Mono<ResponseEntity<Receipt>> take(Survey survey, String agency, Submission submission) {
        var now = clock.instant();
        return backings.find(survey, agency, submission, now)
                .flatMap(backing -> switch (Intake.decide(survey, agency, submission, backing, now)) {
                    case Decision.Turned(Problem problem) -> turn(survey, submission, problem);
                    case Decision.OnlyAgain(Admission admission, Problem otherwise) -> repeat(admission, otherwise);
                    case Decision.Admitted admitted ->
                        intake.admit(survey, admitted, backing, submission)
                                .flatMap(outcome -> answer(survey, admitted.admission(), outcome));
                });
    }

    /** Empty where the form is a newer one than this service had heard of, so that it is judged by that. */
    private <T> Mono<T> turn(Survey survey, Submission submission, Problem problem) {
        Mono<T> refused = Mono.error(problem.refusal());
        return survey.before(submission.framework()) ? rounds.whileIs(survey.of(), refused) : refused;
    }

    private Mono<ResponseEntity<Receipt>> repeat(Admission admission, Problem otherwise) {
        return responses
                .holds(admission)
                .map(outcome -> ResponseEntity.ok(receipt(admission, outcome)))
                .switchIfEmpty(Mono.error(otherwise::refusal));
    }

    private Mono<ResponseEntity<Receipt>> answer(Survey survey, Admission admission, Outcome outcome) {
        return switch (outcome.fate()) {
            case FIRST, CHANGED ->
                Mono.just(ResponseEntity.status(HttpStatus.CREATED).body(receipt(admission, outcome)));
            case REPEATED -> Mono.just(ResponseEntity.ok(receipt(admission, outcome)));
            case DRAINED -> repeat(admission, Survey.outside(survey.window(), "closed"));
        };
    }

    private static Receipt receipt(Admission admission, Outcome outcome) {
        return new Receipt(
                admission.tokenHash().receipt(),
                outcome.unverified() ? outcome.of(admission).part() : null);
    }

    @GetMapping("/receipts/{receipt}")
    @Access(Permission.READ_RECEIPT)
    @Operation(
            summary = "Whether an answer with this receipt is counted",
            description = "One that lies in an unverified part is not; \"part\" says so.")
    Mono<Counted> receipt(@PathVariable String receipt) {
        return Mono.justOrEmpty(Token.receiptBytes(receipt))
                .flatMap(bytes -> responses.partsOf(bytes).collectList())
                .map(parts -> counted(receipt, parts))
                .switchIfEmpty(Mono.error(() -> Problem.invalidRequest(new Fault(
                                "/receipt", "not-a-receipt", "sixteen letters and digits as on your receipt", receipt))
                        .refusal()));
    }

    private static Counted counted(String receipt, List<String> parts) {
        boolean counted =
                parts.stream().anyMatch(part -> UnverifiedPart.original(part).isEmpty());
        return new Counted(receipt, counted, counted || parts.isEmpty() ? null : parts.getFirst());
    }
}
