package org.prongsai.assessment.reception;

import io.swagger.v3.oas.annotations.Operation;
import org.prongsai.assessment.survey.SurveyReader;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.web.Access;
import org.prongsai.web.Permission;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows the authority on which days, in which languages and in which capacity people answered about a unit. */
@RestController
class ReceptionEndpoint {

    private final SurveyReader surveys;
    private final ReceptionStore store;

    ReceptionEndpoint(SurveyReader surveys, ReceptionStore store) {
        this.surveys = surveys;
        this.store = store;
    }

    @GetMapping(
            path = "/api/v1/rounds/{round}/agencies/{agency}/reception",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.READ_RECEPTION)
    @Operation(
            summary = "On which days, in which languages and in which capacity people answered the external survey",
            description =
                    "Counted apart from the answers and minutes behind them. Every number stands for k people or more:"
                            + " values with fewer are shown together as \"other\". Parts that end in \"-unverified\" took what"
                            + " nothing vouched for while the unit was flooded.")
    Mono<Reception> read(@PathVariable String round, @PathVariable String agency) {
        return surveys.ofUnit(round, agency, Step.EIT.code()).flatMap(survey -> store.of(round, agency)
                .collectList()
                .map(rows -> Reception.of(rows, survey.of().state().k())));
    }
}
