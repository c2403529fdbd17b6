package org.prongsai.assessment.round;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.assessment.RoundOpened;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.messaging.OutboxWriter;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.web.Audit;
import org.prongsai.web.AuditWriter;
import org.prongsai.web.Etag;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens a round and amends it: row, event and audit in one transaction. */
@Component
public class RoundWriter {

    private final PostgresClient database;
    private final OutboxWriter outbox;
    private final RoundStore rounds;
    private final Clock clock;

    RoundWriter(
            @Qualifier("assessment") PostgresClient database,
            @Qualifier("assessmentOutbox") OutboxWriter outbox,
            RoundStore rounds,
            Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.rounds = rounds;
        this.clock = clock;
    }

    Mono<Round> open(RoundState state, Audit audit) {
        return database.inTransaction(rounds.insert(state)
                .filter(inserted -> inserted)
                .switchIfEmpty(Mono.error(() -> taken(state.round())))
                .then(Mono.defer(() -> outbox.tell(List.of(new RoundOpened(state)), clock.instant())))
                .then(Mono.defer(() -> AuditWriter.write(database.sql(), audit)))
                .then(Mono.defer(() -> rounds.findNow(state.round()))));
    }

    /** @param paths root … self of every agency the draft names */
    Mono<Round> change(
            String round, @Nullable String ifMatch, CalendarDraft draft, Map<String, List<String>> paths, Audit audit) {
        // The instant is taken under the lock: a drain that came first has ended the window.
        return amend(
                round,
                ifMatch,
                before -> Mono.fromSupplier(() -> CalendarChange.of(before.state(), draft, paths, clock.instant())),
                audit);
    }

    /**
     * What a decision makes of the round while nobody else changes it, and while nobody who asks the round for leave
     * ({@link RoundStore#whileIs}) gets it.
     */
    public Mono<Round> amend(
            String round, @Nullable String ifMatch, Function<Round, Mono<Amended>> decision, Audit audit) {
        return database.inTransaction(rounds.lock(round)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("round", round).refusal()))
                .flatMap(before -> Etag.version(before.version())
                        .refuse(ifMatch)
                        .<Mono<Round>>map(problem -> Mono.error(problem.refusal()))
                        .orElseGet(() -> decision.apply(before).flatMap(amended -> save(before, amended, audit)))));
    }

    private Mono<Round> save(Round before, Amended decision, Audit audit) {
        if (!decision.faults().isEmpty()) {
            return Mono.error(
                    Problem.of(ProblemType.INVALID_ROUND, decision.faults()).refusal());
        }
        if (decision.state().equals(before.state())) {
            return Mono.just(before);
        }
        return rounds.update(decision.state())
                .then(Mono.defer(() -> outbox.tell(decision.events(), clock.instant())))
                .then(Mono.defer(() -> AuditWriter.write(database.sql(), audit)))
                .then(Mono.defer(() -> rounds.findNow(decision.state().round())));
    }

    private static RuntimeException taken(String round) {
        return Problem.of(ProblemType.CONFLICT, round)
                .with(List.of(new Fault("/round", "taken", "a slug that no round has", round)))
                .refusal();
    }
}
