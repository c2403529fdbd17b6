package org.prongsai.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.prongsai.contracts.Catalogue;
import org.prongsai.contracts.Event;
import org.prongsai.contracts.EventJson;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** Saves events in the caller's transaction, beside the state that makes them true. */
public final class OutboxWriter {

    /** Bytes of the largest body; what the broker would refuse must not be told, for everything behind it would wait. */
    static final int LARGEST = 6 * 1024 * 1024;

    private final PostgresClient database;

    public OutboxWriter(PostgresClient database) {
        this.database = database;
    }

    /**
     * @param time the CloudEvents time and Kafka timestamp of all these events; a release of answers gives its day only
     * @return completes when the rows are written; fails outside a transaction, for state and event commit
     *     together, and for an event that no broker would take
     */
    public Mono<Void> tell(List<? extends Event> events, Instant time) {
        if (events.isEmpty()) {
            return Mono.empty();
        }
        return inTransaction().then(Mono.defer(() -> insert(events, time)));
    }

    private static String body(Event event) {
        String body = EventJson.write(event);
        if (body.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new IllegalArgumentException(
                    event.getClass().getSimpleName() + " is larger than " + LARGEST + " bytes");
        }
        return body;
    }

    private Mono<Void> insert(List<? extends Event> events, Instant time) {
        var entries = events.stream().map(Catalogue::of).toList();
        return database.sql()
                .sql("""
                        insert into outbox (topic, key, type, body, time)
                        select topic, key, type, body, :time
                        from unnest(:topics, :keys, :types, :bodies) with ordinality as e(topic, key, type, body, n)
                        order by n
                        """)
                .bind("time", time)
                .bind("topics", entries.stream().map(e -> e.topic().channel()).toArray(String[]::new))
                .bind("keys", events.stream().map(Event::subject).toArray(String[]::new))
                .bind("types", entries.stream().map(Catalogue.Entry::type).toArray(String[]::new))
                .bind("bodies", events.stream().map(OutboxWriter::body).toArray(String[]::new))
                .then();
    }

    private static Mono<Void> inTransaction() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .filter(TransactionSynchronizationManager::isActualTransactionActive)
                .switchIfEmpty(Mono.error(
                        () -> new IllegalStateException("An event is told inside the transaction that makes it true")))
                .onErrorMap(
                        org.springframework.transaction.NoTransactionException.class,
                        e -> new IllegalStateException("An event is told inside the transaction that makes it true"))
                .then();
    }
}
