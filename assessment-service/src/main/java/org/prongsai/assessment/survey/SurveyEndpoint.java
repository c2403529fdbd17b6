package org.prongsai.assessment.survey;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import org.prongsai.web.Access;
import org.prongsai.web.Permission;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows the form that people answer. */
@RestController
@RequestMapping(path = "/api/v1/rounds/{round}/surveys", produces = MediaType.APPLICATION_JSON_VALUE)
class SurveyEndpoint {

    private final SurveyReader surveys;
    private final Clock clock;

    SurveyEndpoint(SurveyReader surveys, Clock clock) {
        this.surveys = surveys;
        this.clock = clock;
    }

    @GetMapping("/{instrument}")
    @Access(Permission.READ_SURVEY)
    @Operation(
            summary =
                    "The form people answer: questions and options in every language, without the values of options; also whether it is"
                            + " a rehearsal, and which units answer together")
    Mono<SurveyForm> read(@PathVariable String round, @PathVariable String instrument) {
        return surveys.ofRound(round, instrument).map(survey -> SurveyForm.of(survey, clock.instant()));
    }
}
