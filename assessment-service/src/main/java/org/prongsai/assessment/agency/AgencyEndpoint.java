package org.prongsai.assessment.agency;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.Access;
import org.prongsai.web.Audit;
import org.prongsai.web.Caller;
import org.prongsai.web.Cursor;
import org.prongsai.web.Fault;
import org.prongsai.web.Limit;
import org.prongsai.web.Page;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.prongsai.web.Rejection;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The register of agencies to read, to take home as a file, and to bring in as one. */
@RestController
@RequestMapping("/api/v1")
class AgencyEndpoint {
    private static final String CSV = "text/csv";
    private final AgencyStore store;
    private final Clock clock;

    AgencyEndpoint(AgencyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @GetMapping(path = "/agencies", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.LIST_AGENCIES)
    @Operation(summary = "Lists agencies, of one parent, type, day or text; without a day also those that ended")
    Mono<ResponseEntity<Page<Agency>>> list(
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "") List<String> type,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "agency") String sort,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerHttpRequest request) {
        var search = AgencySearch.of(parent, q, type, on, sort);
        var list = Cursor.of("agencies", search);
        var rows = Limit.of(limit);
        return known(search)
                .then(store.list(search, list.read(cursor), rows + 1).collectList())
                .map(agencies -> Page.of(agencies, rows, list, search::keys).linked(request));
    }

    /** Everything that matches, in the form {@link #take} reads. */
    @GetMapping(path = "/agencies.csv", produces = CSV)
    @Access(Permission.LIST_AGENCIES)
    @Operation(summary = "The same list as a CSV file")
    Mono<byte[]> export(
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "") List<String> type,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "path") String sort) {
        var search = AgencySearch.of(parent, q, type, on, sort);
        return known(search)
                .then(store.list(search, List.of(), -1).collectList())
                .map(agencies -> AgencyFile.write(agencies).getBytes(StandardCharsets.UTF_8));
    }

    private Mono<Void> known(AgencySearch search) {
        var parent = search.parent();
        if (parent == null) return Mono.empty();
        var unknown = Problem.invalidRequest(new Fault("?parent", "unknown-agency", null, parent));
        return store.find(parent).switchIfEmpty(Mono.error(unknown::refusal)).then();
    }

    @GetMapping(path = "/agencies/{agency}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.READ_AGENCY)
    @Operation(
            summary =
                    "One agency: place in the tree, dates, what it was called before, whom it came from and what became of it")
    Mono<ResponseEntity<Agency>> read(@PathVariable String agency) {
        return store.find(agency)
                .switchIfEmpty(
                        Mono.error(() -> Problem.notFound("agency", agency).refusal()))
                .map(found -> ResponseEntity.ok()
                        .eTag(found.tag().value())
                        .cacheControl(CacheControl.noCache().cachePublic())
                        .body(found));
    }

    /** All lines or none; a dry run says what would happen. */
    @PostMapping(path = "/agencies/imports", consumes = CSV, produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.IMPORT_AGENCIES)
    @Operation(
            summary = "Takes agencies as CSV (UTF-8 or windows-874), all or none of them",
            description =
                    "A file corrects the register: a name it changes is no former name, and lineage stays as it is."
                            + " Years are all Buddhist or all Christian. For a new name, a merger or a split see the agency itself.")
    Mono<AgencyChange.Report> take(
            @RequestBody(required = false) byte @Nullable [] csv,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Caller caller) {
        var audit = Audit.by(caller, "import-agencies", "agencies");
        return Mono.fromSupplier(() -> AgencyFile.read(csv == null ? new byte[0] : csv))
                .subscribeOn(Schedulers.boundedElastic())
                .<Function<List<Agency>, AgencyChange>>map(file -> register -> AgencyTree.plan(register, file))
                .flatMap(decision -> dryRun
                        ? store.preview(decision).map(AgencyChange::report)
                        : store.take(decision, audit, clock.instant()).map(AgencyEndpoint::report));
    }

    private static AgencyChange.Report report(AgencyChange change) {
        if (change.possible()) return change.report();
        var faults = change.rejected().stream().map(Rejection::fault).toList();
        throw Problem.of(ProblemType.INVALID_FILE, faults).refusal();
    }
}
