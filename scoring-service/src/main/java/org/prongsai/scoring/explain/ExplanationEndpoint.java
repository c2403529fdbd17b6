package org.prongsai.scoring.explain;

import io.swagger.v3.oas.annotations.Operation;
import java.util.function.Function;
import org.prongsai.contracts.EventJson;
import org.prongsai.scoring.score.Proof;
import org.prongsai.scoring.score.ProofReader;
import org.prongsai.scoring.score.Unit;
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

/** What lies behind one unit's score. */
@RestController
@RequestMapping(path = "/api/v1/rounds/{round}/agencies/{agency}", produces = MediaType.APPLICATION_JSON_VALUE)
class ExplanationEndpoint {

    private final ProofReader proofs;

    ExplanationEndpoint(ProofReader proofs) {
        this.proofs = proofs;
    }

    @GetMapping("/breakdown")
    @Access(Permission.READ_BREAKDOWN)
    @Operation(
            summary =
                    "One unit’s answers and marks by instrument, part, indicator, item and option; what too few answered stands in"
                            + " its place, hidden, with what would show it")
    Mono<ResponseEntity<UnitBreakdown>> breakdown(@PathVariable String round, @PathVariable String agency) {
        return answer(round, agency, UnitBreakdown::of);
    }

    @GetMapping("/explanation")
    @Access(Permission.READ_EXPLANATION)
    @Operation(
            summary =
                    "One unit’s score taken apart: of each number its rule, weight, exact fraction and facts; and which items would"
                            + " lift the total most")
    Mono<ResponseEntity<UnitExplanation>> explanation(@PathVariable String round, @PathVariable String agency) {
        return answer(round, agency, UnitExplanation::of);
    }

    private <T> Mono<ResponseEntity<T>> answer(String round, String agency, Function<Proof, T> view) {
        return proofs.read(new Unit(round, agency)).map(view).map(body -> ResponseEntity.ok()
                .eTag(Etag.content(EventJson.MAPPER.writeValueAsString(body)).value())
                .body(body));
    }
}
