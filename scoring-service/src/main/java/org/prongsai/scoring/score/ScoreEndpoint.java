package org.prongsai.scoring.score;

import io.swagger.v3.oas.annotations.Operation;
import org.prongsai.web.Access;
import org.prongsai.web.Permission;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One unit's score. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class ScoreEndpoint {

    private final ScoreStore scores;

    ScoreEndpoint(ScoreStore scores) {
        this.scores = scores;
    }

    @GetMapping("/rounds/{round}/agencies/{agency}/score")
    @Access(Permission.READ_SCORE)
    @Operation(
            summary =
                    "One unit’s score with its parts, uncertainty and level; what has no data is null. A unit assessed as part of"
                            + " another one has none of its own and leads there")
    Mono<ResponseEntity<Score>> score(@PathVariable String round, @PathVariable String agency) {
        return scores.find(new Unit(round, agency))
                .map(found -> ResponseEntity.ok().eTag(found.etag().value()).body(found.score()));
    }
}
