package org.prongsai.notification.reminder;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.notification.message.Message;
import org.prongsai.notification.message.MessageStore;
import org.prongsai.web.Audit;
import org.prongsai.web.AuditWriter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which reminders were written; each is written once, whoever and however many try. */
@Component
class ReminderStore {
    private final PostgresClient database;
    private final MessageStore messages;

    ReminderStore(PostgresClient notification, MessageStore messages) {
        this.database = notification;
        this.messages = messages;
    }

    /** Those of deadlines still ahead. */
    Mono<Set<Reminder>> told(Instant now) {
        return database.sql()
                .sql("""
                        select round, step, agency, person, days_before, deadline from reminder where deadline > :now
                        """)
                .bind("now", now)
                .map(row -> new Reminder(
                        Objects.requireNonNull(row.get("round", String.class)),
                        Objects.requireNonNull(row.get("step", String.class)),
                        Objects.requireNonNull(row.get("agency", String.class)),
                        Objects.requireNonNull(row.get("person", String.class)),
                        Objects.requireNonNull(row.get("days_before", Integer.class)),
                        Objects.requireNonNull(row.get("deadline", Instant.class))))
                .all()
                .collect(Collectors.toSet());
    }

    /** The reminders with their messages, except those that another instance wrote meanwhile; how many were new. */
    Mono<Integer> write(List<Worded> due, Instant now) {
        return database.inTransaction(claim(due)
                .flatMap(mine -> mine.isEmpty()
                        ? Mono.just(0)
                        : messages.add(mine, now).then(audit(mine)).thenReturn(mine.size())));
    }

    private Mono<List<Message>> claim(List<Worded> due) {
        var reminders = due.stream().map(Worded::reminder).toList();
        var byId = due.stream().map(Worded::message).collect(Collectors.toMap(Message::message, each -> each));
        return database.sql()
                .sql("""
                        insert into reminder (round, step, agency, person, days_before, deadline, message)
                        select * from unnest(:rounds, :steps, :agencies, :people, :days, :deadlines, :messages)
                          as r(round, step, agency, person, days_before, deadline, message)
                        order by 1, 2, 3, 4, 5, 6
                        on conflict do nothing returning message
                        """)
                .bind("rounds", column(reminders, Reminder::round))
                .bind("steps", column(reminders, Reminder::step))
                .bind("agencies", column(reminders, Reminder::agency))
                .bind("people", column(reminders, Reminder::person))
                .bind("days", reminders.stream().map(Reminder::daysBefore).toArray(Integer[]::new))
                .bind("deadlines", reminders.stream().map(Reminder::deadline).toArray(Instant[]::new))
                .bind(
                        "messages",
                        due.stream().map(each -> each.message().message()).toArray(UUID[]::new))
                .map(row -> Objects.requireNonNull(byId.get(row.get("message", UUID.class))))
                .all()
                .collectList();
    }

    private static String[] column(List<Reminder> reminders, Function<Reminder, String> value) {
        return reminders.stream().map(value).toArray(String[]::new);
    }

    private Mono<Void> audit(List<Message> written) {
        var audit = Audit.byJob("reminder-job", "write-reminders", "messages").because(written.size() + " messages");
        return AuditWriter.write(database.sql(), audit);
    }
}
