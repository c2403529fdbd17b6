package org.prongsai.disclosure.marking;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.disclosure.register.RegisterStore;
import org.prongsai.disclosure.register.Unit;
import org.prongsai.methodology.framework.Framework;
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

/** Marks of a round: takes a file of them, and lists those of a unit. */
@RestController
@RequestMapping(path = "/api/v1/rounds/{round}", produces = MediaType.APPLICATION_JSON_VALUE)
class MarkEndpoint {
    private final RegisterStore register;
    private final MarkStore marks;
    private final Clock clock;

    MarkEndpoint(RegisterStore register, MarkStore marks, Clock clock) {
        this.register = register;
        this.marks = marks;
        this.clock = clock;
    }

    /** What an import did; a file with a fault is refused as a whole, so nothing is ever rejected by half. */
    record Imported(@Nullable String encoding, int created, int updated, int unchanged, List<Fault> rejected) {}

    /** One item's mark as it is listed. */
    record Marked(String item, int mark, Instant markedAt) {}

    @PostMapping(path = "/marks/imports", consumes = "text/csv")
    @Access(Permission.IMPORT_MARKS)
    @Operation(summary = "Takes marks as CSV (agency,item,mark; UTF-8 or windows-874), all or none of them")
    Mono<Imported> importMarks(
            @PathVariable String round,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) byte @Nullable [] csv,
            Caller caller) {
        var audit = Audit.by(caller, "import-marks", "rounds/" + round + "/marks");
        return terms(round)
                .publishOn(Schedulers.boundedElastic())
                .map(terms -> accepted(MarkFile.read(csv == null ? new byte[0] : csv, terms)))
                .flatMap(file -> (dryRun
                                ? marks.compare(round, file.marks())
                                : marks.save(round, file.marks(), audit, clock.instant()))
                        .map(changes -> imported(file, changes)));
    }

    private static Imported imported(MarkFile file, Changes changes) {
        return new Imported(
                file.encoding(), changes.created().size(), changes.updated().size(), changes.unchanged(), List.of());
    }

    private static MarkFile accepted(MarkFile file) {
        if (file.faults().isEmpty()) return file;
        throw Problem.of(ProblemType.INVALID_FILE, file.found())
                .with(file.faults())
                .refusal();
    }

    @GetMapping("/agencies/{agency}/marks")
    @Access(Permission.READ_MARKS)
    @Operation(summary = "Lists the marks of one unit")
    Mono<ResponseEntity<Page<Marked>>> list(
            @PathVariable String round,
            @PathVariable String agency,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerHttpRequest request) {
        int rows = Limit.of(limit);
        var place = Cursor.of("marks", round, agency);
        var after = place.read(cursor).stream().findFirst().orElse("");
        return known(round)
                .zipWith(register.unit(agency).switchIfEmpty(unknown("agency", agency)), MarkEndpoint::alone)
                .then(marks.list(round, agency, after, rows + 1))
                .map(found -> Page.of(found, rows, place, mark -> List.of(mark.item()))
                        .linked(request));
    }

    /** Throws the refusal that leads to the unit as part of which this one is assessed. */
    private static Unit alone(RoundState round, Unit unit) {
        round.lead(unit.agency()).ifPresent(lead -> {
            throw Problem.assessedJointly(round.round(), unit.agency(), lead).refusal();
        });
        return unit;
    }

    private Mono<Terms> terms(String round) {
        return known(round).flatMap(state -> Mono.zip(framework(state), units(state))
                .map(both -> Terms.of(state, both.getT1(), both.getT2())));
    }

    private Mono<RoundState> known(String round) {
        return register.round(round).switchIfEmpty(unknown("round", round));
    }

    /** A known round whose framework or agencies were not heard of yet is no fault of the caller: it comes by itself. */
    private Mono<Framework> framework(RoundState round) {
        return register.framework(round.framework()).switchIfEmpty(notHeardYet("framework", round.framework()));
    }

    private Mono<List<Unit>> units(RoundState round) {
        var parent = round.participants().parent();
        return register.unit(parent)
                .switchIfEmpty(notHeardYet("agency", parent))
                .then(register.units().collectList());
    }

    private static <T> Mono<T> unknown(String kind, String name) {
        return Mono.error(() -> Problem.notFound(kind, name).refusal());
    }

    private static <T> Mono<T> notHeardYet(String kind, String name) {
        var fault = new Fault("/" + kind, "not-heard-of-yet", null, name);
        return Mono.error(() -> Problem.unavailable().with(List.of(fault)).refusal());
    }
}
