package org.prongsai.assessment.ticketkey;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import org.prongsai.assessment.survey.SurveyReader;
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

/** Shows everybody the one key that signs the tickets of a unit. */
@RestController
class TicketKeyEndpoint {

    private final SurveyReader surveys;
    private final TicketKeyStore keys;

    TicketKeyEndpoint(SurveyReader surveys, TicketKeyStore keys) {
        this.surveys = surveys;
        this.keys = keys;
    }

    @GetMapping(
            path = "/api/v1/rounds/{round}/agencies/{agency}/ticket-keys/{instrument}",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.READ_TICKET_KEY)
    @Operation(
            summary = "The public key that signs this unit's tickets, and its SHA-256, which every slip carries too",
            description =
                    "There is one for each round, unit and instrument. It is made when invitations are first drawn"
                            + " and never changes. A client refuses a key whose SHA-256 is not the one on the slip.")
    Mono<ResponseEntity<TicketKey>> read(
            @PathVariable String round, @PathVariable String agency, @PathVariable String instrument) {
        return surveys.ofUnit(round, agency, instrument)
                .then(keys.find(round, agency, instrument))
                .switchIfEmpty(Mono.error(
                        () -> Problem.notFound("ticket-key", instrument).refusal()))
                .map(key -> ResponseEntity.ok()
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .body(key));
    }
}
