package org.prongsai.assessment.round;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.assessment.agency.AgencyStore;
import org.prongsai.assessment.framework.FrameworkStore;
import org.prongsai.assessment.round.RoundRequest.CalendarRequest;
import org.prongsai.methodology.calendar.Schedule;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.web.Access;
import org.prongsai.web.Audit;
import org.prongsai.web.Caller;
import org.prongsai.web.Cursor;
import org.prongsai.web.Etag;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Opens rounds, shows them, and moves their windows. */
@RestController
@RequestMapping(path = "/api/v1/rounds", produces = MediaType.APPLICATION_JSON_VALUE)
class RoundEndpoint {

    private final RoundStore rounds;
    private final RoundWriter writer;
    private final AgencyStore agencies;
    private final FrameworkStore frameworks;
    private final Clock clock;

    RoundEndpoint(RoundStore rounds, RoundWriter writer, AgencyStore agencies, FrameworkStore frameworks, Clock clock) {
        this.rounds = rounds;
        this.writer = writer;
        this.agencies = agencies;
        this.frameworks = frameworks;
        this.clock = clock;
    }

    @GetMapping
    @Access(Permission.LIST_ROUNDS)
    @Operation(summary = "Lists the rounds: all, only rehearsals, or only those that are none")
    Mono<ResponseEntity<Page<RoundView>>> list(
            @RequestParam(required = false) @Nullable Boolean rehearsal,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerHttpRequest request) {
        int size = Limit.of(limit);
        var place = Cursor.of("rounds", rehearsal == null ? null : rehearsal.toString());
        String after = place.read(cursor).stream().findFirst().orElse("");
        return rounds.after(after, rehearsal, size + 1)
                .map(round -> RoundView.of(round.state(), clock.instant()))
                .collectList()
                .map(rows ->
                        Page.of(rows, size, place, row -> List.of(row.round())).linked(request));
    }

    @GetMapping("/{round}")
    @Access(Permission.READ_ROUND)
    @Operation(
            summary =
                    "One round: framework and its errata, participants, who is assessed together, calendar and its state now")
    Mono<ResponseEntity<RoundView>> read(@PathVariable String round) {
        return rounds.findNow(round).switchIfEmpty(unknown(round)).map(this::shown);
    }

    @PostMapping
    @Access(Permission.CREATE_ROUND)
    @ApiResponse(responseCode = "201", description = "Opened", useReturnTypeSchema = true)
    @Operation(summary = "Opens a round; a rehearsal, if it is to be one, is one for ever and never counts")
    Mono<ResponseEntity<RoundView>> create(@RequestBody RoundRequest request, Caller caller) {
        return Mono.zip(framework(request.framework()), known(named(request)))
                .map(t -> RoundDraft.of(request, t.getT1(), t.getT2()))
                .flatMap(drafted -> drafted.state()
                        .map(state -> writer.open(state, Audit.by(caller, "open-round", "rounds/" + state.round())))
                        .orElseGet(() -> refused(drafted.faults())))
                .map(round -> ResponseEntity.created(URI.create("/api/v1/rounds/" + round.round()))
                        .eTag(Etag.version(round.version()).value())
                        .body(RoundView.of(round.state(), clock.instant())));
    }

    @PutMapping("/{round}/calendar")
    @Access(Permission.CHANGE_CALENDAR)
    @Operation(summary = "Moves windows of a round that have not ended")
    Mono<ResponseEntity<RoundView>> change(
            @PathVariable String round,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody CalendarRequest request,
            Caller caller) {
        var audit = Audit.by(caller, "change-calendar", "rounds/" + round);
        return known(named(request.overrides()))
                .flatMap(known -> {
                    var draft = CalendarDraft.of(request.calendar(), request.overrides(), known::containsKey);
                    return draft.faults().isEmpty()
                            ? writer.change(round, ifMatch, draft, paths(known), audit)
                            : refused(draft.faults());
                })
                .map(this::shown);
    }

    private ResponseEntity<RoundView> shown(Round round) {
        return ResponseEntity.ok()
                .eTag(Etag.version(round.version()).value())
                .body(RoundView.of(round.state(), clock.instant()));
    }

    private Mono<Optional<Framework>> framework(@Nullable String ref) {
        return ref == null
                ? Mono.just(Optional.empty())
                : frameworks.find(ref).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private static List<String> named(RoundRequest request) {
        var parent = request.participants() == null
                ? Stream.<String>empty()
                : Stream.ofNullable(request.participants().parent());
        var joint = Objects.requireNonNullElse(request.joint(), List.<RoundRequest.Together>of()).stream()
                .flatMap(RoundRequest.Together::named);
        return Stream.of(parent, named(request.overrides()).stream(), joint)
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    private static List<String> named(@Nullable List<Schedule.Deviation> overrides) {
        return Objects.requireNonNullElse(overrides, List.<Schedule.Deviation>of()).stream()
                .flatMap(o -> Stream.ofNullable(o.agency()))
                .distinct()
                .toList();
    }

    /** Those of these that are in the register. */
    private Mono<Map<String, Agency>> known(List<String> slugs) {
        return Flux.fromIterable(slugs).flatMap(agencies::find).collectMap(Agency::agency, agency -> agency);
    }

    private static Map<String, List<String>> paths(Map<String, Agency> known) {
        return known.values().stream().collect(Collectors.toMap(Agency::agency, Agency::path));
    }

    private static <T> Mono<T> refused(List<Fault> faults) {
        return Mono.error(Problem.of(ProblemType.INVALID_ROUND, faults).refusal());
    }

    private static <T> Mono<T> unknown(String round) {
        return Mono.error(() -> Problem.notFound("round", round).refusal());
    }
}
