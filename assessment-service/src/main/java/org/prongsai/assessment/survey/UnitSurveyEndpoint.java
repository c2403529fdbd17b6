package org.prongsai.assessment.survey;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import org.prongsai.assessment.agency.AgencyStore;
import org.prongsai.web.Access;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows somebody who knows the unit only what can be answered about it. */
@RestController
class UnitSurveyEndpoint {

    private static final CacheControl SHORTLY =
            CacheControl.maxAge(Duration.ofSeconds(30)).cachePublic();

    private final AgencyStore agencies;
    private final SurveyReader surveys;
    private final Clock clock;

    UnitSurveyEndpoint(AgencyStore agencies, SurveyReader surveys, Clock clock) {
        this.agencies = agencies;
        this.surveys = surveys;
        this.clock = clock;
    }

    @GetMapping(path = "/api/v1/agencies/{agency}/surveys", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.LIST_AGENCY_SURVEYS)
    @Operation(
            summary =
                    "What the people of a unit and its visitors can answer, in all rounds: what is open first, then what is ahead, then"
                            + " what is over since at most a year",
            description =
                    "Where the unit is assessed as part of another one, \"lead\" names the one to which answers go."
                            + " \"open\" says whether somebody without a ticket can answer some part.")
    Mono<ResponseEntity<UnitSurveys>> read(@PathVariable String agency) {
        return agencies.find(agency)
                .switchIfEmpty(
                        Mono.error(() -> Problem.notFound("agency", agency).refusal()))
                .flatMap(unit -> surveys.ofAgency(unit).map(found -> UnitSurveys.of(unit, found, clock.instant())))
                .map(list -> ResponseEntity.ok().cacheControl(SHORTLY).body(list));
    }
}
