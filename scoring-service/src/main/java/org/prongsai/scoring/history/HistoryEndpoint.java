package org.prongsai.scoring.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.scoring.listing.Search;
import org.prongsai.web.Access;
import org.prongsai.web.AgencyPathReader;
import org.prongsai.web.DownloadWriter;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The published results of an agency, year by year, and as a file. */
@RestController
@RequestMapping("/api/v1/agencies/{agency}")
class HistoryEndpoint {
    static final String SORT =
            "fiscalYear, agency or total; a minus before it turns it round; newest year first unless said";
    static final String YEAR = "Buddhist era";
    static final int LINES = 500;

    private final HistoryStore history;
    private final AgencyPathReader agencies;

    HistoryEndpoint(HistoryStore history, AgencyPathReader agencies) {
        this.history = history;
        this.agencies = agencies;
    }

    @GetMapping(path = "/history", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.READ_HISTORY)
    @Operation(
            summary = "Every published result of an agency and of those it came from, newest year first",
            description = "Without any earlier result the list is empty and firstYear is true.")
    Mono<ResponseEntity<History>> read(
            @PathVariable String agency,
            @Parameter(description = SORT) @RequestParam(required = false) @Nullable String sort,
            @Parameter(description = YEAR) @RequestParam(required = false) @Nullable String fiscalYear,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerHttpRequest request) {
        var wish = ResultWish.of(
                new ResultWish.Asked(sort, fiscalYear, level, Search.NONE, Limit.of(limit), cursor), agency);
        return known(agency)
                .then(Mono.defer(() -> history.page(wish)))
                .map(rows -> Page.of(rows, wish.limit(), wish.cursor(), HistoryStore.Row::place))
                .flatMap(page -> first(page, wish, agency).map(first -> ResponseEntity.ok()
                        .headers(page.linked(request).getHeaders())
                        .body(new History(results(page), page.next(), first))));
    }

    /** What a filter leaves out was published all the same. */
    private Mono<Boolean> first(Page<HistoryStore.Row> page, ResultWish wish, String agency) {
        if (!page.items().isEmpty() || !wish.first()) return Mono.just(false);
        return wish.filter().empty() ? Mono.just(true) : history.any(agency).map(any -> !any);
    }

    @GetMapping(path = "/history.csv", produces = "text/csv")
    @Access(Permission.READ_HISTORY)
    @Operation(summary = "The same as a CSV file")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string")))
    Mono<ResponseEntity<Flux<byte[]>>> export(
            @PathVariable String agency,
            @Parameter(description = SORT) @RequestParam(required = false) @Nullable String sort,
            @Parameter(description = YEAR) @RequestParam(required = false) @Nullable String fiscalYear,
            @RequestParam(required = false) @Nullable String level) {
        var wish = ResultWish.of(new ResultWish.Asked(sort, fiscalYear, level, Search.NONE, LINES, null), agency);
        var file = new ResultLines(true);
        var lines = history.whole(wish).buffer(LINES).map(file::lines).startWith(file.header());
        return known(agency).thenReturn(DownloadWriter.csv("history-" + agency, lines));
    }

    private Mono<Void> known(String agency) {
        return agencies.path(agency)
                .switchIfEmpty(
                        Mono.error(() -> Problem.notFound("agency", agency).refusal()))
                .then();
    }

    static List<PublishedResult> results(Page<HistoryStore.Row> page) {
        return page.items().stream().map(HistoryStore.Row::result).toList();
    }
}
