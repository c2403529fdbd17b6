package org.prongsai.notification.message;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.prongsai.messaging.PostgresClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The ledger of messages as it is looked through, newest first. */
@Component
class LedgerStore {
    private final PostgresClient database;

    LedgerStore(PostgresClient notification) {
        this.database = notification;
    }

    /** What is asked for; empty means any. */
    record Wanted(String round, String agency, String state) {}

    /** One message as it is listed: no text, and the address masked. */
    record Row(
            long number,
            UUID message,
            String round,
            String agency,
            String person,
            @Nullable String to,
            String kind,
            String language,
            String subject,
            String state,
            int attempts,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable Instant nextAttempt,
            @Nullable String reason) {}

    Mono<List<Row>> list(Wanted wanted, long before, int rows) {
        return database.sql()
                .sql("""
                        select m.*, p.body ->> 'email' as email
                        from message m left join person p on p.slug = m.person
                        where number < :before
                          and (:round = '' or round = :round)
                          and (:agency = '' or agency = :agency)
                          and (:state = '' or state = :state)
                        order by number desc limit :rows
                        """)
                .bind("before", before)
                .bind("round", wanted.round())
                .bind("agency", wanted.agency())
                .bind("state", wanted.state())
                .bind("rows", rows)
                .map(row -> row(row))
                .all()
                .collectList();
    }

    private static Row row(Readable row) {
        var email = row.get("email", String.class);
        var state = get(row, "state", String.class);
        return new Row(
                get(row, "number", Long.class),
                get(row, "message", UUID.class),
                get(row, "round", String.class),
                get(row, "agency", String.class),
                get(row, "person", String.class),
                email == null ? null : Address.masked(email),
                get(row, "kind", String.class),
                get(row, "language", String.class),
                get(row, "subject", String.class),
                state,
                get(row, "attempts", Integer.class),
                get(row, "created_at", Instant.class),
                row.get("sent_at", Instant.class),
                state.equals("pending") ? row.get("next_attempt", Instant.class) : null,
                row.get("reason", String.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
