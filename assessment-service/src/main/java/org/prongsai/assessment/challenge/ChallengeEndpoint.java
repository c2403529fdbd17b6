package org.prongsai.assessment.challenge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.Unit;
import org.prongsai.assessment.survey.SurveyReader;
import org.prongsai.assessment.traffic.Pressure;
import org.prongsai.assessment.traffic.TrafficReader;
import org.prongsai.web.Access;
import org.prongsai.web.Permission;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Says whether an answer needs something that vouches for it now, and hands out a puzzle if it does. */
@RestController
class ChallengeEndpoint {

    private final SurveyReader surveys;
    private final TrafficReader traffic;
    private final Puzzles puzzles;
    private final ChallengeSettings settings;
    private final SecureRandom random;
    private final Clock clock;

    ChallengeEndpoint(
            SurveyReader surveys,
            TrafficReader traffic,
            Puzzles puzzles,
            ChallengeSettings settings,
            SecureRandom random,
            Clock clock) {
        this.surveys = surveys;
        this.traffic = traffic;
        this.puzzles = puzzles;
        this.settings = settings;
        this.random = random;
        this.clock = clock;
    }

    /**
     * @param challenge to be solved as ALTCHA does
     * @param counter whether the code that the unit's counter shows does as well
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            boolean required,
            @Nullable Puzzle challenge,
            @Nullable Boolean counter) {

        static final View NOTHING = new View(false, null, null);
    }

    @GetMapping(
            path = "/api/v1/rounds/{round}/agencies/{agency}/challenges/{instrument}",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.READ_CHALLENGE)
    @Operation(
            summary = "Whether an answer to an open part needs a solved puzzle now, and one to solve (ALTCHA)",
            description =
                    "Only while more answers come to the unit than its counter can have. The solution goes as \"proof\""
                            + " with the answer, once, until it expires; instead of it the code that the unit's counter shows may go as"
                            + " \"counterCode\". An answer without either is taken too, into a part that is reported by itself.")
    Mono<ResponseEntity<View>> read(
            @PathVariable String round, @PathVariable String agency, @PathVariable String instrument) {
        var venue = new Venue(new Unit(round, agency), instrument);
        return surveys.ofUnit(round, agency, instrument)
                .filter(survey -> survey.parts().stream().anyMatch(survey::open))
                .flatMap(_ -> traffic.pressure(venue.unit()))
                .filter(pressure -> !pressure.calm())
                .map(pressure -> new View(true, puzzle(venue, pressure), true))
                .defaultIfEmpty(View.NOTHING)
                .map(view ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view));
    }

    private Puzzle puzzle(Venue venue, Pressure pressure) {
        var expires = clock.instant().plus(settings.expires());
        return puzzles.make(venue, settings.numbers(pressure.step()), expires, random);
    }
}
