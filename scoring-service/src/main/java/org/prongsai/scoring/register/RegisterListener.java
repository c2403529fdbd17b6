package org.prongsai.scoring.register;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.prongsai.contracts.Topic;
import org.prongsai.messaging.InboxHandler;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.messaging.Refused;
import org.prongsai.messaging.Told;
import org.prongsai.scoring.score.ScoreWriter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears whole states of frameworks, agencies, rounds and populations, and scores anew whom they reach. */
@Component
class RegisterListener implements InboxHandler {

    private final PostgresClient database;
    private final CopyWriter copies;
    private final ScoreWriter scores;
    private final Clock clock;

    RegisterListener(PostgresClient database, CopyWriter copies, ScoreWriter scores, Clock clock) {
        this.database = database;
        this.copies = copies;
        this.scores = scores;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "scoring-register";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.FRAMEWORKS, Topic.AGENCIES, Topic.ROUNDS, Topic.POPULATIONS);
    }

    @Override
    public PostgresClient database() {
        return database;
    }

    @Override
    public Mono<List<Refused>> handle(List<Told> batch) {
        if (batch.isEmpty()) return Mono.just(List.of());
        var heard = Heard.of(batch);
        return copies.write(heard)
                .collectList()
                .flatMap(units -> scores.rescore(units, clock.instant()))
                .thenReturn(heard.refused());
    }
}
