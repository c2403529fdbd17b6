package org.prongsai.scoring.score;

import java.util.List;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.web.Problem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads a unit's score together with all that it rests on, as everything stood at one moment. */
@Component
public class ProofReader {

    private final PostgresClient database;
    private final ScoreStore scores;
    private final GroundsStore grounds;

    ProofReader(PostgresClient database, ScoreStore scores, GroundsStore grounds) {
        this.database = database;
        this.scores = scores;
        this.grounds = grounds;
    }

    /** Throws the refusal of whoever asks for the score, where there is none. */
    public Mono<Proof> read(Unit unit) {
        var oneMoment = database.sql()
                .sql("set transaction isolation level repeatable read read only")
                .then();
        return database.inTransaction(oneMoment
                .then(Mono.defer(() -> scores.find(unit)))
                .doOnNext(Found::score)
                .zipWhen(_ -> grounds.load(List.of(unit)), ProofReader::proof));
    }

    private static Proof proof(Found found, List<Grounds> known) {
        if (known.isEmpty()) throw Problem.unavailable().refusal();
        return Proof.of(found, known.getFirst());
    }
}
