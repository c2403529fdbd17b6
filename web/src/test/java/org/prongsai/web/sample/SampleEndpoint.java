package org.prongsai.web.sample;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.Access;
import org.prongsai.web.Caller;
import org.prongsai.web.Cursor;
import org.prongsai.web.Etag;
import org.prongsai.web.Fault;
import org.prongsai.web.Language;
import org.prongsai.web.Limit;
import org.prongsai.web.Page;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class SampleEndpoint {
    private final AtomicLong version = new AtomicLong(1);

    final AtomicInteger done = new AtomicInteger();
    final Sinks.Empty<Void> open = Sinks.empty();
    volatile CountDownLatch entered = new CountDownLatch(1);

    enum Kind {
        SMALL,
        LARGE
    }

    record Round(
            String round, LocalDate from, int k, @Nullable Kind kind, List<Round> parts) {}

    @GetMapping("/agencies")
    @Access(Permission.LIST_AGENCIES)
    Mono<ResponseEntity<Page<String>>> list(
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerHttpRequest request) {
        var place = Cursor.of("agencies", parent);
        var after = (int) place.number(cursor).orElse(-1);
        var rows = IntStream.range(after + 1, Math.min(5, after + 2 + Limit.of(limit)))
                .mapToObj(String::valueOf)
                .toList();
        return Mono.just(Page.of(rows, Limit.of(limit), place, List::of).linked(request));
    }

    @PostMapping("/rounds")
    @Access(Permission.CREATE_ROUND)
    Mono<Round> create(@RequestBody Round round) {
        return Mono.just(round);
    }

    @PostMapping("/agencies/imports")
    @Access(Permission.IMPORT_AGENCIES)
    Mono<ResponseEntity<Map<String, Long>>> importAgencies(@RequestBody Map<String, Integer> body) {
        return Mono.fromSupplier(() -> ResponseEntity.created(URI.create("/api/v1/imports/1"))
                .body(Map.of("import", version.incrementAndGet())));
    }

    @PostMapping("/marks/imports")
    @Access(Permission.IMPORT_MARKS)
    Mono<Long> breakWhenDone() {
        return Mono.fromRunnable(done::incrementAndGet)
                .then(Mono.error(() -> new IllegalStateException("after the commit")));
    }

    @PostMapping(path = "/people", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.WRITE_PERSON)
    Mono<ResponseEntity<Void>> waitAtTheGate() {
        entered.countDown();
        return open.asMono().then(Mono.just(ResponseEntity.noContent().build()));
    }

    @GetMapping("/rounds")
    @Access(Permission.LIST_ROUNDS)
    Mono<Map<String, Object>> rounds(@RequestParam int year, Language language) {
        return Mono.just(Map.of("year", new BigDecimal("1E+3"), "language", language.code()));
    }

    @GetMapping("/rounds/{round}")
    @Access(Permission.READ_ROUND)
    Mono<ResponseEntity<Long>> read(@PathVariable String round) {
        return Mono.fromSupplier(() ->
                ResponseEntity.ok().eTag(Etag.version(version.get()).value()).body(version.get()));
    }

    @PutMapping("/rounds/{round}/calendar")
    @Access(Permission.CHANGE_CALENDAR)
    Mono<Long> change(@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return Mono.justOrEmpty(Etag.version(version.get()).refuse(ifMatch))
                .<Long>flatMap(problem -> Mono.error(problem.refusal()))
                .switchIfEmpty(Mono.fromSupplier(version::incrementAndGet));
    }

    @PutMapping("/rounds/{round}/agencies/{agency}/population")
    @Access(Permission.SET_POPULATION)
    Mono<String> population(Caller caller) {
        return Mono.just("\"" + caller.sub() + "\"");
    }

    @GetMapping("/rounds/{round}/agencies/{agency}/score")
    @Access(Permission.READ_SCORE)
    Mono<Map<String, BigDecimal>> score() {
        return Mono.just(Map.of("score", new BigDecimal("87.30")));
    }

    @PostMapping("/rounds/{round}/agencies/{agency}/responses")
    @Access(Permission.SUBMIT_RESPONSE)
    Mono<String> submit() {
        var faults = List.of(
                Fault.of("/answers/i3", "missing"), new Fault("/answers/i1", "unknown-option", List.of("1", "2"), "9"));
        return Mono.error(Problem.of(ProblemType.INVALID_RESPONSE, faults).refusal());
    }

    @GetMapping("/broken")
    @Access(Permission.READ_ABOUT)
    Mono<String> broken() {
        throw new IllegalStateException("secret detail");
    }

    @GetMapping("/database")
    @Access(Permission.READ_ABOUT)
    Mono<String> database() {
        return Mono.error(new DataAccessResourceFailureException("Failed to obtain R2DBC Connection"));
    }

    @GetMapping("/forgotten")
    Mono<String> forgotten() {
        return Mono.just("\"nobody should see this\"");
    }
}
