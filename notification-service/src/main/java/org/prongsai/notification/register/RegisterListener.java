package org.prongsai.notification.register;

import java.util.List;
import java.util.Set;
import org.prongsai.contracts.Topic;
import org.prongsai.messaging.InboxHandler;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.messaging.Refused;
import org.prongsai.messaging.Told;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the copies of agencies, rounds and people as the assessment service tells them. */
@Component
record RegisterListener(PostgresClient database, RegisterStore store) implements InboxHandler {

    @Override
    public String name() {
        return "notification-register";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.AGENCIES, Topic.ROUNDS, Topic.PEOPLE);
    }

    @Override
    public Mono<List<Refused>> handle(List<Told> batch) {
        return store.keep(Heard.of(batch)).thenReturn(List.of());
    }
}
