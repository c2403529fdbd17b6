package org.prongsai.scoring.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.scoring.listing.ScopeReader;
import org.prongsai.scoring.listing.Search;
import org.prongsai.web.Access;
import org.prongsai.web.DownloadWriter;
import org.prongsai.web.Limit;
import org.prongsai.web.Page;
import org.prongsai.web.Permission;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The published results of all agencies side by side, and as a file. */
@RestController
@RequestMapping("/api/v1")
class ResultListEndpoint {
    private static final String Q = "Part of the slug, the Thai or the English name of the agency";

    private final HistoryStore history;
    private final ScopeReader scopes;

    ResultListEndpoint(HistoryStore history, ScopeReader scopes) {
        this.history = history;
        this.scopes = scopes;
    }

    @GetMapping(path = "/results", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.LIST_RESULTS)
    @Operation(
            summary =
                    "Lists what was published of agencies and their years, newest year first: the official results that were brought"
                            + " in, each with where and when it was read")
    Mono<ResponseEntity<Page<PublishedResult>>> list(
            @RequestParam(required = false) @Nullable String parent,
            @Parameter(description = HistoryEndpoint.SORT) @RequestParam(required = false) @Nullable String sort,
            @Parameter(description = HistoryEndpoint.YEAR) @RequestParam(required = false) @Nullable String fiscalYear,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(defaultValue = "") List<String> type,
            @Parameter(description = Q) @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerHttpRequest request) {
        var asked = new ResultWish.Asked(sort, fiscalYear, level, new Search(type, q), Limit.of(limit), cursor);
        return wish(asked, parent)
                .flatMap(wish -> history.page(wish)
                        .map(rows -> Page.of(rows, wish.limit(), wish.cursor(), HistoryStore.Row::place)))
                .map(page -> new Page<>(HistoryEndpoint.results(page), page.next()).linked(request));
    }

    @GetMapping(path = "/results.csv", produces = "text/csv")
    @Access(Permission.LIST_RESULTS)
    @Operation(summary = "The same as a CSV file, in the columns that an import of results takes")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string")))
    Mono<ResponseEntity<Flux<byte[]>>> export(
            @RequestParam(required = false) @Nullable String parent,
            @Parameter(description = HistoryEndpoint.SORT) @RequestParam(required = false) @Nullable String sort,
            @Parameter(description = HistoryEndpoint.YEAR) @RequestParam(required = false) @Nullable String fiscalYear,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(defaultValue = "") List<String> type,
            @Parameter(description = Q) @RequestParam(required = false) @Nullable String q) {
        var asked = new ResultWish.Asked(sort, fiscalYear, level, new Search(type, q), HistoryEndpoint.LINES, null);
        var file = new ResultLines(false);
        return wish(asked, parent)
                .map(wish -> DownloadWriter.csv(
                        parent == null ? "results" : "results-" + parent,
                        history.whole(wish)
                                .buffer(HistoryEndpoint.LINES)
                                .map(file::lines)
                                .startWith(file.header())));
    }

    private Mono<ResultWish> wish(ResultWish.Asked asked, @Nullable String parent) {
        return scopes.read(parent, asked.search().types()).map(scope -> ResultWish.of(asked, scope));
    }
}
