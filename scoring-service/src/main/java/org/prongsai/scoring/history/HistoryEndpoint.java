package org.prongsai.scoring.history;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.Access;
import org.prongsai.web.AgencyPathReader;
import org.prongsai.web.Cursor;
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

/** The published results of an agency, year by year. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class HistoryEndpoint {
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private final HistoryStore history;
    private final AgencyPathReader agencies;

    HistoryEndpoint(HistoryStore history, AgencyPathReader agencies) {
        this.history = history;
        this.agencies = agencies;
    }

    @GetMapping("/agencies/{agency}/history")
    @Access(Permission.READ_HISTORY)
    @Operation(
            summary = "Every published result of an agency and of those it came from, newest year first",
            description = "Without any earlier result the list is empty and firstYear is true.")
    Mono<ResponseEntity<History>> read(
            @PathVariable String agency,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerHttpRequest request) {
        int rows = Limit.of(limit);
        var list = Cursor.of("history", agency);
        var after = list.read(cursor, HistoryEndpoint::place);
        return agencies.path(agency)
                .switchIfEmpty(
                        Mono.error(() -> Problem.notFound("agency", agency).refusal()))
                .flatMap(_ -> history.list(agency, after, rows + 1))
                .map(found -> Page.of(found, rows, list, PublishedResult::place))
                .map(page -> ResponseEntity.ok()
                        .headers(page.linked(request).getHeaders())
                        .body(new History(
                                page.items(),
                                page.next(),
                                after.isEmpty() && page.items().isEmpty())));
    }

    private static boolean place(List<String> keys) {
        return keys.size() == 3 && YEAR.matcher(keys.getFirst()).matches();
    }
}
