package org.prongsai.assessment.lineage;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.assessment.agency.AgencyStore;
import org.prongsai.methodology.calendar.Dates;
import org.prongsai.web.Access;
import org.prongsai.web.Audit;
import org.prongsai.web.Caller;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Renames, merges and splits agencies; each answers with the agency as it is then, or would be after a dry run. */
@RestController
@RequestMapping(
        path = "/api/v1/agencies/{agency}",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class LineageEndpoint {
    private final AgencyStore store;
    private final Clock clock;

    LineageEndpoint(AgencyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @PostMapping("/renames")
    @Access(Permission.CHANGE_AGENCY)
    @Operation(
            summary = "Gives an agency a new name from a day on; the former one stays with the days it held",
            description = "From today at the latest: until its first day a name is not the agency's.")
    Mono<ResponseEntity<Agency>> rename(
            @PathVariable String agency,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Renaming.Form form,
            Caller caller) {
        var today = LocalDate.ofInstant(clock.instant(), Dates.BANGKOK);
        var audit = Audit.by(caller, "rename-agency", "agencies/" + agency).because(form.reason());
        return turn(agency, ifMatch, (_, found) -> Renaming.decide(found, form, today), dryRun, audit);
    }

    @PostMapping("/mergers")
    @Access(Permission.CHANGE_AGENCY)
    @Operation(
            summary = "Ends an agency the day before another one takes its place",
            description =
                    "Not while agencies below it exist: move or end them first. One that ended already may learn who"
                            + " took over on the day after its end.")
    Mono<ResponseEntity<Agency>> merge(
            @PathVariable String agency,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Merger.Form form,
            Caller caller) {
        var audit = Audit.by(caller, "merge-agency", "agencies/" + agency).because(form.reason());
        return turn(agency, ifMatch, (register, found) -> Merger.decide(register, found, form), dryRun, audit);
    }

    @PostMapping("/splits")
    @Access(Permission.CHANGE_AGENCY)
    @Operation(
            summary = "Begins new agencies where one stood, which ends the day before or goes on beside them",
            description =
                    "With \"keeps\": true the old one goes on. New ones stand below the same parent and have its type"
                            + " and province unless said.")
    Mono<ResponseEntity<Agency>> split(
            @PathVariable String agency,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Split.Form form,
            Caller caller) {
        var audit = Audit.by(caller, "split-agency", "agencies/" + agency).because(form.reason());
        return turn(agency, ifMatch, (register, found) -> Split.decide(register, found, form), dryRun, audit);
    }

    private Mono<ResponseEntity<Agency>> turn(
            String agency,
            @Nullable String ifMatch,
            BiFunction<Register, Agency, Turn> decision,
            boolean dryRun,
            Audit audit) {
        return dryRun
                ? store.rehearse(all -> changed(all, agency, ifMatch, decision)).map(LineageEndpoint::shown)
                : store.change(all -> changed(all, agency, ifMatch, decision), audit.at(agency), clock.instant())
                        .map(LineageEndpoint::shown);
    }

    private static List<Agency> changed(
            List<Agency> all, String agency, @Nullable String ifMatch, BiFunction<Register, Agency, Turn> decision) {
        var register = new Register(all);
        var found = register.find(agency)
                .orElseThrow(() -> Problem.notFound("agency", agency).refusal());
        found.tag().refuse(ifMatch).ifPresent(stale -> {
            throw stale.refusal();
        });
        var turn = decision.apply(register, found);
        if (turn.faults().isEmpty()) return turn.changed();
        throw Problem.of(ProblemType.INVALID_AGENCY, turn.faults()).refusal();
    }

    private static ResponseEntity<Agency> shown(List<Agency> changed) {
        var agency = changed.getFirst();
        return ResponseEntity.ok().eTag(agency.tag().value()).body(agency);
    }
}
