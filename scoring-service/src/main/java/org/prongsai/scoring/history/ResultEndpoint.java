package org.prongsai.scoring.history;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.calendar.Dates;
import org.prongsai.web.Access;
import org.prongsai.web.Audit;
import org.prongsai.web.Caller;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.prongsai.web.Rejection;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes files of results that the authority published. */
@RestController
@RequestMapping(path = "/api/v1/results", produces = MediaType.APPLICATION_JSON_VALUE)
class ResultEndpoint {
    private final ResultStore store;
    private final Clock clock;

    ResultEndpoint(ResultStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** All lines or none; a dry run says what would happen. */
    @PostMapping(path = "/imports", consumes = "text/csv")
    @Access(Permission.IMPORT_RESULTS)
    @Operation(
            summary = "Takes official results of earlier years as CSV, all or none of them",
            description =
                    "Columns agency, fiscal_year (Buddhist era), total, source, and if known level, retrieved, note;"
                            + " No year is later than the present one or begins after its agency ended, and no day of"
                            + " retrieval is later than today in Bangkok."
                            + " name_th, name_en, type and level_as_published are passed over. One apostrophe before"
                            + " what would be a formula, as files of results have it, is taken away.")
    Mono<ResultChange.Report> take(
            @RequestBody(required = false) byte @Nullable [] csv,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Caller caller) {
        var audit = Audit.by(caller, "import-results", "results");
        var today = LocalDate.ofInstant(clock.instant(), Dates.BANGKOK);
        return Mono.fromSupplier(() -> ResultFile.read(csv == null ? new byte[0] : csv))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(file -> dryRun
                        ? store.preview(file, today).map(ResultChange::report)
                        : store.take(file, today, audit).map(ResultEndpoint::report));
    }

    private static ResultChange.Report report(ResultChange change) {
        if (change.possible()) return change.report();
        var faults = change.rejected().stream().map(Rejection::fault).toList();
        throw Problem.of(ProblemType.INVALID_FILE, faults).refusal();
    }
}
