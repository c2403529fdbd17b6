package org.prongsai.notification.message;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.notification.MessageSent;
import org.prongsai.messaging.OutboxWriter;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.web.Audit;
import org.prongsai.web.AuditWriter;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The ledger of messages: pending, then sent or failed, each settled together with what is told of it. */
@Component
public class MessageStore {
    private static final String JOB = "delivery-job";

    private final PostgresClient database;
    private final OutboxWriter outbox;

    MessageStore(PostgresClient notification, OutboxWriter outbox) {
        this.database = notification;
        this.outbox = outbox;
    }

    /** Puts messages on their way, in the caller's transaction. */
    public Mono<Void> add(List<Message> messages, Instant now) {
        return database.sql()
                .sql("""
                        insert into message (message, round, agency, person, kind, language, subject, body,
                                             next_attempt, created_at)
                        select message, round, agency, person, kind, language, subject, body, :now, :now
                        from unnest(:messages, :rounds, :agencies, :people, :kinds, :languages, :subjects, :bodies)
                          as m(message, round, agency, person, kind, language, subject, body)
                        """)
                .bind("now", now)
                .bind("messages", messages.stream().map(Message::message).toArray(UUID[]::new))
                .bind("rounds", column(messages, Message::round))
                .bind("agencies", column(messages, Message::agency))
                .bind("people", column(messages, Message::person))
                .bind("kinds", column(messages, Message::kind))
                .bind("languages", column(messages, Message::language))
                .bind("subjects", column(messages, message -> message.text().subject()))
                .bind("bodies", column(messages, message -> message.text().body()))
                .then();
    }

    private static String[] column(List<Message> messages, Function<Message, String> value) {
        return messages.stream().map(value).toArray(String[]::new);
    }

    /** Takes up the message that is due longest; no other sender sees it until the lease ends. */
    Mono<Letter> claim(Instant now, Instant leaseEnds) {
        return database.sql()
                .sql("""
                        update message m set attempts = m.attempts + 1, next_attempt = :leaseEnds
                        from (select message from message where state = 'pending' and next_attempt <= :now
                              order by next_attempt, number limit 1 for update skip locked) due
                        where m.message = due.message
                        returning m.message, round, agency, kind, language, subject, m.body, attempts,
                                  (select p.body ->> 'email' from person p where p.slug = m.person) as email
                        """)
                .bind("now", now)
                .bind("leaseEnds", leaseEnds)
                .map(row -> letter(row))
                .one();
    }

    private static Letter letter(Readable row) {
        return new Letter(
                Objects.requireNonNull(row.get("message", UUID.class)),
                text(row, "round"),
                text(row, "agency"),
                text(row, "kind"),
                text(row, "language"),
                text(row, "subject"),
                text(row, "body"),
                Objects.requireNonNull(row.get("attempts", Integer.class)),
                row.get("email", String.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    Mono<Void> sent(Letter letter, Instant now) {
        var event = new MessageSent(letter.message(), letter.round(), letter.agency(), letter.kind(), "email");
        return database.inTransaction(settle(letter, "sent", now, null)
                .then(outbox.tell(List.of(event), now))
                .then(audit("send-message", letter, null)));
    }

    Mono<Void> failed(Letter letter, String reason) {
        return database.inTransaction(
                settle(letter, "failed", null, reason).then(audit("give-message-up", letter, reason)));
    }

    private Mono<Void> audit(String action, Letter letter, @Nullable String reason) {
        var audit = Audit.byJob(JOB, action, "messages/" + letter.message())
                .at(letter.agency())
                .because(reason);
        return AuditWriter.write(database.sql(), audit);
    }

    private Mono<Void> settle(Letter letter, String state, @Nullable Instant sentAt, @Nullable String reason) {
        var update = database.sql().sql("""
                        update message set state = :state, sent_at = :sentAt, reason = :reason
                        where message = :message and state = 'pending'
                        """).bind("state", state).bind("message", letter.message());
        return orNull(orNull(update, "sentAt", sentAt, Instant.class), "reason", reason, String.class)
                .then();
    }

    private static <T> GenericExecuteSpec orNull(
            GenericExecuteSpec statement, String name, @Nullable T value, Class<T> type) {
        return value == null ? statement.bindNull(name, type) : statement.bind(name, value);
    }

    Mono<Void> later(Letter letter, Instant nextAttempt, String reason) {
        return database.sql()
                .sql("""
                        update message set next_attempt = :nextAttempt, reason = :reason
                        where message = :message and state = 'pending'
                        """)
                .bind("message", letter.message())
                .bind("nextAttempt", nextAttempt)
                .bind("reason", reason)
                .then();
    }
}
