package org.prongsai.assessment.population;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.population.PopulationStore.Stored;
import org.prongsai.assessment.round.RoundStore;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.assessment.survey.SurveyReader;
import org.prongsai.contracts.assessment.PopulationRegistered;
import org.prongsai.messaging.OutboxWriter;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.web.Access;
import org.prongsai.web.Audit;
import org.prongsai.web.AuditWriter;
import org.prongsai.web.Caller;
import org.prongsai.web.Etag;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.prongsai.web.Role;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Registers how many people a unit has, and says how many must answer. */
@RestController
@RequestMapping(
        path = "/api/v1/rounds/{round}/agencies/{agency}/population",
        produces = MediaType.APPLICATION_JSON_VALUE)
class PopulationEndpoint {

    private final PostgresClient database;
    private final OutboxWriter outbox;
    private final PopulationStore populations;
    private final SurveyReader surveys;
    private final RoundStore rounds;
    private final InvitedReader invited;
    private final Clock clock;

    PopulationEndpoint(
            @Qualifier("assessment") PostgresClient database,
            @Qualifier("assessmentOutbox") OutboxWriter outbox,
            PopulationStore populations,
            SurveyReader surveys,
            RoundStore rounds,
            InvitedReader invited,
            Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.populations = populations;
        this.surveys = surveys;
        this.rounds = rounds;
        this.invited = invited;
        this.clock = clock;
    }

    @GetMapping
    @Access(Permission.READ_POPULATION)
    @Operation(summary = "How many people the unit registered, and how many must answer")
    Mono<ResponseEntity<Population.View>> read(@PathVariable String round, @PathVariable String agency) {
        return surveys.ofUnit(round, agency, "iit").flatMap(survey -> populations
                .find(round, agency)
                .map(stored -> shown(survey, stored))
                .switchIfEmpty(
                        Mono.error(() -> Problem.notFound("population", agency).refusal())));
    }

    @PutMapping
    @Access(Permission.SET_POPULATION)
    @Operation(
            summary =
                    "Registers how many people the unit has, with those of the units assessed as part of it; answers with how many must"
                            + " answer")
    Mono<ResponseEntity<Population.View>> put(
            @PathVariable String round,
            @PathVariable String agency,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Population.Request request,
            Caller caller) {
        var faults = Population.faults(request);
        if (!faults.isEmpty()) {
            return Mono.error(Problem.of(ProblemType.INVALID_POPULATION, faults).refusal());
        }
        var audit = Audit.by(caller, "set-population", "rounds/" + round + "/agencies/" + agency + "/population")
                .at(agency)
                .because(request.reason());
        // A unit that is assessed with others counts everybody's people, so nobody joins it while it counts.
        return surveys.withUnit(round, agency, "iit", survey -> inTime(survey, agency, caller)
                .then(rounds.whileIs(
                        survey.of(),
                        unlessInvited(round, agency, request, caller)
                                .then(Mono.defer(() -> change(round, agency, Population.of(request), ifMatch, audit)))))
                .map(stored -> shown(survey, stored)));
    }

    /** Nobody draws while this transaction holds the number that bounds it. */
    private Mono<Void> unlessInvited(String round, String agency, Population.Request request, Caller caller) {
        return populations
                .lock(round, agency)
                .flatMap(before -> invited.invited(round, agency)
                        .map(out -> new Correction(before.population(), Population.of(request), out)))
                .flatMap(correction -> Mono.justOrEmpty(correction.refusal(caller.has(Role.ADMIN), request.reason())))
                .flatMap(problem -> Mono.error(problem.refusal()));
    }

    /** A unit says how many it is while that is asked; later a smaller number would only make its sample look better. */
    private Mono<Void> inTime(Survey survey, String agency, Caller caller) {
        if (caller.has(Role.ADMIN)) {
            return Mono.empty();
        }
        return surveys.window(survey.of(), agency, Step.POPULATION)
                .map(asked -> asked.orElse(survey.window()))
                .filter(asked -> asked.over(clock.instant()))
                .flatMap(over -> Mono.error(Survey.outside(over, "closed").refusal()));
    }

    private Mono<Stored> change(
            String round, String agency, Population population, @Nullable String ifMatch, Audit audit) {
        return populations
                .lock(round, agency)
                .flatMap(before -> before.population().equals(population)
                        ? Mono.just(before)
                        : Etag.version(before.version())
                                .refuse(ifMatch)
                                .<Mono<Stored>>map(problem -> Mono.error(problem.refusal()))
                                .orElseGet(() -> populations
                                        .update(round, agency, population)
                                        .flatMap(stored -> told(round, agency, stored, audit))))
                .switchIfEmpty(Mono.defer(() -> register(round, agency, population, ifMatch, audit)));
    }

    /** Whoever comes second of two at once finds the other's, and is asked for its version like anybody else. */
    private Mono<Stored> register(
            String round, String agency, Population population, @Nullable String ifMatch, Audit audit) {
        var refused = Etag.refuseAbsent(ifMatch);
        if (refused.isPresent()) {
            return Mono.error(refused.get().refusal());
        }
        return populations
                .insert(round, agency, population)
                .flatMap(stored -> told(round, agency, stored, audit))
                .switchIfEmpty(Mono.defer(() -> change(round, agency, population, ifMatch, audit)));
    }

    private Mono<Stored> told(String round, String agency, Stored stored, Audit audit) {
        var population = stored.population();
        var event = new PopulationRegistered(round, agency, population.eligible(), population.external());
        return outbox.tell(List.of(event), clock.instant())
                .then(Mono.defer(() -> AuditWriter.write(database.sql(), audit)))
                .thenReturn(stored);
    }

    private static ResponseEntity<Population.View> shown(Survey survey, Stored stored) {
        return ResponseEntity.ok()
                .eTag(Etag.version(stored.version()).value())
                .body(stored.population().view(survey.framework().sampleRule()));
    }
}
