package org.prongsai.disclosure.marking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.disclosure.marking.Mark.Spot;
import org.prongsai.messaging.OutboxWriter;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.web.Audit;
import org.prongsai.web.AuditWriter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The marks that count; each change is kept, told and accounted for in one transaction. */
@Component
class MarkStore {
    /** Rows of one statement: a whole round is one transaction, but not one message to the database. */
    private static final int CHUNK = 5000;

    private final PostgresClient database;
    private final OutboxWriter outbox;

    MarkStore(PostgresClient disclosure, OutboxWriter outbox) {
        this.database = disclosure;
        this.outbox = outbox;
    }

    /** What the marks of the round would change now. */
    Mono<Changes> compare(String round, List<Mark> wanted) {
        return stored(round, wanted).map(stored -> Changes.of(stored, wanted));
    }

    /** All changes together or none; imports of one round wait for each other. */
    Mono<Changes> save(String round, List<Mark> wanted, Audit audit, Instant now) {
        return database.inTransaction(
                lock(round).then(compare(round, wanted)).flatMap(changes -> write(round, changes, audit, now)
                        .thenReturn(changes)));
    }

    private Mono<Void> write(String round, Changes changes, Audit audit, Instant now) {
        if (changes.all().isEmpty()) return Mono.empty();
        return Flux.fromIterable(changes.all())
                .buffer(CHUNK)
                .concatMap(chunk -> upsert(round, chunk, now).then(outbox.tell(events(round, chunk), now)))
                .then(AuditWriter.write(database.sql(), audit.because(changes.sentence())));
    }

    private static List<ItemMarked> events(String round, List<Mark> marks) {
        return marks.stream()
                .map(mark ->
                        new ItemMarked(round, mark.spot().agency(), mark.spot().item(), mark.mark()))
                .toList();
    }

    private Mono<Void> lock(String round) {
        return database.sql()
                .sql("select pg_advisory_xact_lock(hashtextextended('marks/' || :round, 0))")
                .bind("round", round)
                .then();
    }

    private Mono<Map<Spot, Integer>> stored(String round, List<Mark> wanted) {
        return database.sql()
                .sql("select agency, item, mark from mark where round = :round and agency = any(:agencies)")
                .bind("round", round)
                .bind(
                        "agencies",
                        wanted.stream()
                                .map(mark -> mark.spot().agency())
                                .distinct()
                                .toArray(String[]::new))
                .map(row -> Mark.of(
                        Objects.requireNonNull(row.get("agency", String.class)),
                        Objects.requireNonNull(row.get("item", String.class)),
                        Objects.requireNonNull(row.get("mark", Integer.class))))
                .all()
                .collectMap(Mark::spot, Mark::mark);
    }

    private Mono<Void> upsert(String round, List<Mark> marks, Instant now) {
        return database.sql()
                .sql("""
                        insert into mark (round, agency, item, mark, marked_at)
                        select :round, agency, item, mark, :now
                        from unnest(:agencies, :items, :marks) as m(agency, item, mark)
                        on conflict (round, agency, item)
                        do update set mark = excluded.mark, marked_at = excluded.marked_at
                        """)
                .bind("round", round)
                .bind("now", now)
                .bind("agencies", column(marks, mark -> mark.spot().agency()))
                .bind("items", column(marks, mark -> mark.spot().item()))
                .bind("marks", marks.stream().map(Mark::mark).toArray(Integer[]::new))
                .then();
    }

    private static String[] column(List<Mark> marks, Function<Mark, String> value) {
        return marks.stream().map(value).toArray(String[]::new);
    }

    /** Items by number: o2 before o10. */
    Mono<List<MarkEndpoint.Marked>> list(String round, String agency, String after, int rows) {
        return database.sql()
                .sql("""
                        select item, mark, marked_at from mark
                        where round = :round and agency = :agency
                          and (length(item), item) > (length(:after), :after)
                        order by length(item), item limit :rows
                        """)
                .bind("round", round)
                .bind("agency", agency)
                .bind("after", after)
                .bind("rows", rows)
                .map(row -> new MarkEndpoint.Marked(
                        Objects.requireNonNull(row.get("item", String.class)),
                        Objects.requireNonNull(row.get("mark", Integer.class)),
                        Objects.requireNonNull(row.get("marked_at", Instant.class))))
                .all()
                .collectList();
    }
}
