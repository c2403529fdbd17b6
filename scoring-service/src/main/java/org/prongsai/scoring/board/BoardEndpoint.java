package org.prongsai.scoring.board;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.scoring.framework.FrameworkStore;
import org.prongsai.web.Access;
import org.prongsai.web.Limit;
import org.prongsai.web.Page;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The scores of a round's units, and their roll-up. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class BoardEndpoint {

    private final BoardStore board;
    private final FrameworkStore frameworks;

    BoardEndpoint(BoardStore board, FrameworkStore frameworks) {
        this.board = board;
        this.frameworks = frameworks;
    }

    @GetMapping("/rounds/{round}/scores")
    @Access(Permission.LIST_SCORES)
    @Operation(summary = "Lists the scores of the units below a parent; the first page also sums them up")
    Mono<ResponseEntity<BoardPage>> scores(
            @PathVariable String round,
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String adequacy,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerHttpRequest request) {
        var asked = new Wish.Asked(parent, sort, level, adequacy, Limit.of(limit), cursor);
        return standard(round, parent).flatMap(standard -> page(Wish.of(round, asked, standard), standard, request));
    }

    private Mono<Wish.Standard> standard(String round, @Nullable String parent) {
        return board.round(round, parent)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("round", round).refusal()))
                .zipWhen(
                        found -> frameworks
                                .find(found.state().framework())
                                .switchIfEmpty(
                                        Mono.error(() -> Problem.unavailable().refusal())),
                        (found, edition) -> new Wish.Standard(found.state(), edition.framework(), found.parentKnown()));
    }

    private Mono<ResponseEntity<BoardPage>> page(Wish wish, Wish.Standard standard, ServerHttpRequest request) {
        boolean rehearsal = standard.round().rehearsal();
        return board.rows(wish, standard)
                .zipWith(
                        summary(wish, standard.framework()),
                        (rows, summary) -> answer(wish, rehearsal, rows, summary, request));
    }

    private Mono<Optional<Summary>> summary(Wish wish, Framework framework) {
        return wish.first() ? board.summary(wish, framework).map(Optional::of) : Mono.just(Optional.empty());
    }

    private static ResponseEntity<BoardPage> answer(
            Wish wish,
            boolean rehearsal,
            List<BoardStore.Row> rows,
            Optional<Summary> summary,
            ServerHttpRequest request) {
        var page = Page.of(rows, wish.limit(), wish.cursor(), BoardStore.Row::place);
        var items = page.items().stream().map(BoardStore.Row::score).toList();
        return ResponseEntity.ok()
                .headers(page.linked(request).getHeaders())
                .body(new BoardPage(items, page.next(), rehearsal, summary.orElse(null)));
    }
}
