package org.prongsai.assessment.comment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.prongsai.assessment.comment.CommentStore.Unit;
import org.prongsai.assessment.round.RoundStore;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.assessment.survey.SurveyReader;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.web.Access;
import org.prongsai.web.Fault;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes in what service users write in their own words; knows nothing of who writes, or what they answered. */
@RestController
class CommentEndpoint {

    private final SurveyReader surveys;
    private final RoundStore rounds;
    private final CommentWriter writer;
    private final Clock clock;

    CommentEndpoint(SurveyReader surveys, RoundStore rounds, CommentWriter writer, Clock clock) {
        this.surveys = surveys;
        this.rounds = rounds;
        this.writer = writer;
        this.clock = clock;
    }

    record Taken(UUID id) {}

    @PostMapping(
            path = "/api/v1/rounds/{round}/agencies/{agency}/comments",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.SUBMIT_COMMENT)
    @ApiResponse(responseCode = "201", description = "Stored", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "The same again, or changed", useReturnTypeSchema = true)
    @Operation(
            summary = "Takes a comment of a service user, apart from all answers",
            description =
                    "\"id\" is a random UUID (version 4) that the client makes for this comment. Sent again under its id it is"
                            + " stored once; another text takes its place until somebody has reviewed it. Whoever reviews"
                            + " comments is shown one, or another text of it, after the next night and not before. Texts of 1"
                            + " to 2,000 characters, in any script, are kept composed (NFC) and with \\n as the end of a line;"
                            + " other control characters than tabs are refused. For \"eit\" alone, while its window is open.")
    Mono<ResponseEntity<Taken>> take(
            @PathVariable String round, @PathVariable String agency, @RequestBody CommentForm form) {
        return surveys.withUnit(round, agency, Step.EIT.code(), survey -> take(survey, new Unit(round, agency), form));
    }

    /** Empty when the round was another one by the time the comment came to its place. */
    private Mono<ResponseEntity<Taken>> take(Survey survey, Unit unit, CommentForm form) {
        List<Fault> faults = form.faults(survey.framework().languages());
        if (!faults.isEmpty()) {
            return Mono.error(Problem.of(ProblemType.INVALID_COMMENT, faults).refusal());
        }
        var comment = form.comment();
        return rounds.whileIs(survey.of(), Mono.defer(() -> writer.take(unit, comment, survey.closed(clock.instant()))))
                .map(fate -> ResponseEntity.status(fate instanceof Fate.First ? HttpStatus.CREATED : HttpStatus.OK)
                        .body(new Taken(comment.id())));
    }
}
