package org.prongsai.scoring.score;

import io.swagger.v3.oas.annotations.Operation;
import org.prongsai.contracts.EventJson;
import org.prongsai.scoring.framework.FrameworkStore;
import org.prongsai.scoring.history.Official;
import org.prongsai.scoring.history.OfficialReader;
import org.prongsai.web.Access;
import org.prongsai.web.Etag;
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
    private final FrameworkStore frameworks;
    private final OfficialReader officials;

    ScoreEndpoint(ScoreStore scores, FrameworkStore frameworks, OfficialReader officials) {
        this.scores = scores;
        this.frameworks = frameworks;
        this.officials = officials;
    }

    @GetMapping("/rounds/{round}/agencies/{agency}/score")
    @Access(Permission.READ_SCORE)
    @Operation(
            summary =
                    "One unit’s score with its parts, uncertainty and level; what has no data is null. A unit assessed as part of"
                            + " another one has none of its own and leads there. Beside it stand the official result of"
                            + " the same fiscal year and the newest one before, if they were brought in")
    Mono<ResponseEntity<ShownScore>> score(@PathVariable String round, @PathVariable String agency) {
        return scores.find(new Unit(round, agency))
                .map(Found::score)
                .flatMap(score -> published(score).map(found -> ShownScore.of(score, found)))
                .map(shown -> ResponseEntity.ok()
                        .eTag(Etag.content(EventJson.MAPPER.writeValueAsString(shown))
                                .value())
                        .body(shown));
    }

    private Mono<Official.Pair> published(Score score) {
        if (score.rehearsal()) return Mono.just(Official.Pair.NONE);
        return frameworks
                .find(score.framework())
                .flatMap(edition ->
                        officials.read(score.agency(), edition.framework().fiscalYear()))
                .defaultIfEmpty(Official.Pair.NONE);
    }
}
