package org.prongsai.disclosure.register;

import java.util.List;
import java.util.Set;
import org.prongsai.contracts.Topic;
import org.prongsai.messaging.InboxHandler;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.messaging.Refused;
import org.prongsai.messaging.Told;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the copies of agencies, rounds and frameworks as the assessment service tells them. */
@Component
record RegisterListener(PostgresClient database, RegisterStore store) implements InboxHandler {

    @Override
    public String name() {
        return "disclosure-register";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.AGENCIES, Topic.ROUNDS, Topic.FRAMEWORKS);
    }

    @Override
    public Mono<List<Refused>> handle(List<Told> batch) {
        var heard = Heard.of(batch);
        return store.keepUnits(heard.units())
                .then(store.keepRounds(heard.rounds()))
                .then(store.keepFrameworks(heard.frameworks()))
                .thenReturn(heard.refused());
    }
}
