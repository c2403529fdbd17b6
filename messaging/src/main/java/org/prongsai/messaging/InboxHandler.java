package org.prongsai.messaging;

import java.util.List;
import java.util.Set;
import org.prongsai.contracts.Topic;
import reactor.core.publisher.Mono;

/** What a service does when it hears events: one effect on one database per batch, joined to the position. */
public interface InboxHandler {

    /** Stable name: the consumer group and the key of the stored positions. */
    String name();

    Set<Topic> topics();

    PostgresClient database();

    /**
     * The effect of a batch, run inside the transaction that also saves the position. An error leaves nothing done and
     * the batch is tried again, which is right for anything that may come right by itself. If the database refuses data
     * (SQLSTATE class 22 or 23), each event is tried alone, and one that is refused again is parked.
     *
     * @return those events that can never take effect, with reasons
     */
    Mono<List<Refused>> handle(List<Told> batch);
}
