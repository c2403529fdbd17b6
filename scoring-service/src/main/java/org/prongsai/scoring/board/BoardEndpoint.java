package org.prongsai.scoring.board;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.scoring.listing.Search;
import org.prongsai.scoring.subtree.StandardReader;
import org.prongsai.scoring.subtree.Subtree;
import org.prongsai.scoring.subtree.SubtreeStore;
import org.prongsai.web.Access;
import org.prongsai.web.DownloadWriter;
import org.prongsai.web.Limit;
import org.prongsai.web.Page;
import org.prongsai.web.Permission;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The scores of a round's units side by side, and as a file. */
@RestController
@RequestMapping("/api/v1/rounds/{round}")
class BoardEndpoint {
    private static final String SORT =
            "agency, name.th, name.en, total, an instrument or an indicator; a minus before it turns it round";
    private static final String Q = "Part of the slug, the Thai or the English name";
    private static final int LINES = 500;

    private final BoardStore board;
    private final StandardReader standards;
    private final SubtreeStore subtrees;

    BoardEndpoint(BoardStore board, StandardReader standards, SubtreeStore subtrees) {
        this.board = board;
        this.standards = standards;
        this.subtrees = subtrees;
    }

    @GetMapping(path = "/scores", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.LIST_SCORES)
    @Operation(
            summary =
                    "Lists the scores of the units below a parent, each with its rank among them; the first page also sums them up")
    Mono<ResponseEntity<BoardPage>> scores(
            @PathVariable String round,
            @RequestParam(required = false) @Nullable String parent,
            @Parameter(description = SORT) @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String adequacy,
            @RequestParam(defaultValue = "") List<String> type,
            @Parameter(description = Q) @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerHttpRequest request) {
        var asked = new Wish.Asked(sort, new Filter(level, adequacy, new Search(type, q)), Limit.of(limit), cursor);
        return standards
                .read(round, parent, type)
                .map(standard -> Wish.of(asked, standard))
                .zipWhen(wish -> subtrees.find(wish.standard()))
                .flatMap(found -> page(found.getT1(), found.getT2(), request));
    }

    private Mono<ResponseEntity<BoardPage>> page(Wish wish, Subtree subtree, ServerHttpRequest request) {
        return board.page(wish, subtree).map(rows -> answer(wish, subtree, rows, request));
    }

    @GetMapping(path = "/scores.csv", produces = "text/csv")
    @Access(Permission.LIST_SCORES)
    @Operation(summary = "The same list as a CSV file, beside what the authority published of each unit")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string")))
    Mono<ResponseEntity<Flux<byte[]>>> export(
            @PathVariable String round,
            @RequestParam(required = false) @Nullable String parent,
            @Parameter(description = SORT) @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String adequacy,
            @RequestParam(defaultValue = "") List<String> type,
            @Parameter(description = Q) @RequestParam(required = false) @Nullable String q) {
        var asked = new Wish.Asked(sort, new Filter(level, adequacy, new Search(type, q)), LINES, null);
        return standards
                .read(round, parent, type)
                .map(standard -> Wish.of(asked, standard))
                .zipWhen(
                        wish -> subtrees.find(wish.standard()),
                        (wish, subtree) ->
                                DownloadWriter.csv(wish.standard().fileName("scores"), lines(wish, subtree)));
    }

    private Flux<byte[]> lines(Wish wish, Subtree subtree) {
        var file = new BoardFile(wish.standard());
        return board.whole(wish, subtree).buffer(LINES).map(file::lines).startWith(file.header());
    }

    private static ResponseEntity<BoardPage> answer(
            Wish wish, Subtree subtree, List<BoardStore.Row> rows, ServerHttpRequest request) {
        var round = wish.standard().round();
        var page = Page.of(rows, wish.limit(), wish.cursor(), BoardStore.Row::place);
        var items = page.items().stream().map(BoardStore.Row::score).toList();
        return ResponseEntity.ok()
                .headers(page.linked(request).getHeaders())
                .body(new BoardPage(
                        items,
                        page.next(),
                        round.synthetic(),
                        round.rehearsal(),
                        wish.first() ? subtree.whole() : null));
    }
}
