package org.prongsai.assessment.amendment;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.assessment.agency.AgencyStore;
import org.prongsai.assessment.framework.FrameworkStore;
import org.prongsai.assessment.round.Amended;
import org.prongsai.assessment.round.JointDraft;
import org.prongsai.assessment.round.Round;
import org.prongsai.assessment.round.RoundRequest.Together;
import org.prongsai.assessment.round.RoundStore;
import org.prongsai.assessment.round.RoundView;
import org.prongsai.assessment.round.RoundWriter;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.web.Access;
import org.prongsai.web.Audit;
import org.prongsai.web.Caller;
import org.prongsai.web.Etag;
import org.prongsai.web.Fault;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Amends a round: says who is assessed together, and moves it to a newer version of its framework. */
@RestController
@RequestMapping(path = "/api/v1/rounds/{round}", produces = MediaType.APPLICATION_JSON_VALUE)
class AmendmentEndpoint {

    private final RoundStore rounds;
    private final RoundWriter writer;
    private final FactReader facts;
    private final AgencyStore agencies;
    private final FrameworkStore frameworks;
    private final Clock clock;

    AmendmentEndpoint(
            RoundStore rounds,
            RoundWriter writer,
            FactReader facts,
            AgencyStore agencies,
            FrameworkStore frameworks,
            Clock clock) {
        this.rounds = rounds;
        this.writer = writer;
        this.facts = facts;
        this.agencies = agencies;
        this.frameworks = frameworks;
        this.clock = clock;
    }

    record JointRequest(@Nullable List<Together> joint) {}

    @PutMapping("/joint")
    @Access(Permission.SET_JOINT)
    @Operation(
            summary = "Says anew which units are assessed as part of another, while nothing was registered, answered or"
                    + " opened for filing there")
    Mono<ResponseEntity<RoundView>> join(
            @PathVariable String round,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JointRequest request,
            Caller caller) {
        if (request.joint() == null) {
            // Nothing said is not nobody joined.
            var missing = new Fault("/joint", "missing", "groups of units, or [] for none", null);
            return Mono.error(
                    Problem.of(ProblemType.INVALID_ROUND, List.of(missing)).refusal());
        }
        var audit = Audit.by(caller, "set-joint", "rounds/" + round);
        return known(request)
                .flatMap(register -> writer.amend(round, ifMatch, before -> join(before, request, register), audit))
                .map(this::shown);
    }

    private Mono<Amended> join(Round before, JointRequest request, Map<String, Agency> register) {
        var draft = JointDraft.of(
                request.joint(), register, agency -> before.state().covers(agency.candidate()));
        if (!draft.faults().isEmpty()) {
            return Mono.just(new Amended(before.state(), List.of(), draft.faults()));
        }
        var joining = new Joining(before, draft.joint());
        return facts.of(before.round(), joining.units()).map(known -> joining.decide(known, clock.instant()));
    }

    private Mono<Map<String, Agency>> known(JointRequest request) {
        return Flux.fromStream(() -> Objects.requireNonNullElse(request.joint(), List.<Together>of()).stream()
                        .flatMap(Together::named)
                        .distinct())
                .flatMap(agencies::find)
                .collectMap(Agency::agency, agency -> agency);
    }

    @PutMapping("/framework")
    @Access(Permission.MOVE_FRAMEWORK)
    @Operation(
            summary = "Moves a round to a newer version of its framework: any before the first answer, afterwards only"
                    + " an erratum that scores alike")
    Mono<ResponseEntity<RoundView>> move(
            @PathVariable String round,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Move.Request request,
            Caller caller) {
        var audit = Audit.by(caller, "move-framework", "rounds/" + round).because(request.reason());
        return rounds.findNow(round)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("round", round).refusal()))
                .flatMap(seen -> frameworks.find(seen.state().framework()))
                .zipWith(wanted(request.framework()))
                .flatMap(versions -> writer.amend(
                        round, ifMatch, before -> move(before, request, versions.getT1(), versions.getT2()), audit))
                .map(this::shown);
    }

    /** Under the round's lock no first answer can come; one that came before is seen. */
    private Mono<Amended> move(Round before, Move.Request request, Framework from, Optional<Framework> to) {
        if (!before.state().framework().equals(from.ref())) {
            return Mono.error(Problem.of(ProblemType.STALE).refusal());
        }
        return facts.answered(before.round())
                .map(answered ->
                        Move.of(before.state(), request, from, to, Moment.of(before, answered, clock.instant())));
    }

    private Mono<Optional<Framework>> wanted(@Nullable String ref) {
        return ref == null ? Mono.just(Optional.empty()) : frameworks.find(ref).singleOptional();
    }

    private ResponseEntity<RoundView> shown(Round round) {
        return ResponseEntity.ok()
                .eTag(Etag.version(round.version()).value())
                .body(RoundView.of(round.state(), clock.instant()));
    }
}
