package org.prongsai.messaging;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The relay's view of one outbox, on a connection of its own that holds the relay's lock while it is open. */
final class OutboxStore {

    /** One relay at a time per database; the number is arbitrary and shared by all. */
    private static final long RELAY_LOCK = 5_601_001L;

    /** Beyond it nobody needs to know how many exactly, and counting them all would take longer each time. */
    static final int COUNTED = 100_000;

    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(1);

    private final Connection connection;

    private OutboxStore(Connection connection) {
        this.connection = connection;
    }

    static OutboxStore open(PostgresClient database) {
        return new OutboxStore(Objects.requireNonNull(database.connect().block()));
    }

    /** Whether this connection now leads; the lock ends with the connection, so a killed relay never keeps it. */
    boolean lock() {
        return Boolean.TRUE.equals(Flux.from(connection
                        .createStatement("select pg_try_advisory_lock(" + RELAY_LOCK + ")")
                        .execute())
                .concatMap(r -> r.map((row, meta) -> Objects.requireNonNull(row.get(0, Boolean.class))))
                .blockFirst());
    }

    /** Gives up the lock by a word of its own: a server notices only a little later that a connection was closed. */
    void close() {
        var unlock = Flux.from(connection
                        .createStatement("select pg_advisory_unlock_all()")
                        .execute())
                .concatMap(r -> r.getRowsUpdated())
                .then()
                .timeout(LONGEST_GOODBYE)
                .onErrorComplete();
        unlock.then(Mono.from(connection.close()).onErrorComplete()).block();
    }

    /**
     * Gives the next numbers of their streams to rows whose transaction, and every older one, is over: a row that
     * commits late is never overtaken by a younger one and never skipped. What is not ready holds back every row behind
     * it: a transaction that waited for another one's lock is older and yet writes later.
     */
    Mono<Long> number(int limit) {
        String sql = """
                with batch as (
                    select id, topic, key,
                           row_number() over (partition by topic, key order by id) as n,
                           count(*) over (partition by topic, key) as total
                    from (select id, topic, key,
                                 bool_and(tx < pg_snapshot_xmin(pg_current_snapshot())) over (order by id) as ready
                          from (select id, topic, key, tx from outbox
                                where stream_seq is null order by id limit %d) as first) as waiting
                    where ready
                ), head as (
                    insert into outbox_stream as s (topic, key, last_seq)
                    select topic, key, count(*) from batch group by topic, key
                    on conflict (topic, key) do update set last_seq = s.last_seq + excluded.last_seq
                    returning topic, key, last_seq
                )
                update outbox o set stream_seq = head.last_seq - batch.total + batch.n
                from batch join head using (topic, key)
                where o.id = batch.id
                """.formatted(limit);
        return Flux.from(connection.createStatement(sql).execute())
                .concatMap(r -> r.getRowsUpdated())
                .next();
    }

    /** Numbered rows not marked sent, so that within a stream the lower number always comes first. */
    Mono<List<OutboxRow>> unsent(int limit) {
        String sql = """
                select id, event, topic, key, type, body, time, stream_seq from outbox
                where not sent and stream_seq is not null order by stream_seq, id limit %d
                """.formatted(limit);
        return Flux.from(connection.createStatement(sql).execute())
                .concatMap(r -> r.map((row, meta) -> outboxRow(row)))
                .collectList();
    }

    /** Whether one of these, told by this database, is an event that it does not know, or knows under another number. */
    boolean lacks(Collection<Arrival> told) {
        String sql = """
                select count(*) from unnest($1::text[], $2::text[], $3::bigint[], $4::text[]) as w(topic, key, seq, id)
                left join outbox_stream s using (topic, key)
                where w.seq > coalesce(s.last_seq, 0) or exists (select from outbox o
                    where not o.sent and o.stream_seq = w.seq and o.topic = w.topic and o.key = w.key
                        and o.event::text <> w.id)
                """;
        return Objects.requireNonNull(Flux.from(connection
                                .createStatement(sql)
                                .bind(0, texts(told, each -> each.topic().channel()))
                                .bind(1, texts(told, Arrival::key))
                                .bind(2, told.stream().map(Arrival::streamSeq).toArray(Long[]::new))
                                .bind(3, texts(told, each -> String.valueOf(each.id())))
                                .execute())
                        .concatMap(r -> r.map((row, meta) -> Objects.requireNonNull(row.get(0, Long.class))))
                        .blockFirst())
                > 0;
    }

    /**
     * Goes on behind these, which are all that lie in the log of a topic: what of the outbox is among them was sent, and what
     * is not gets a number again.
     */
    void goOnBehind(String topic, Collection<Arrival> told) {
        String sql = """
                with log as (
                    select * from unnest($2::text[], $3::bigint[], $4::text[]) as w(key, seq, id)
                ), raised as (
                    insert into outbox_stream as s (topic, key, last_seq)
                    select $1, key, max(seq) from log group by key
                    on conflict (topic, key) do update set last_seq = excluded.last_seq
                ), known as (
                    update outbox o set stream_seq = log.seq, sent = true from log
                    where o.topic = $1 and not o.sent and o.event::text = log.id
                )
                update outbox o set stream_seq = null
                where o.topic = $1 and not o.sent and o.stream_seq is not null and o.key in (select key from log)
                    and o.event::text not in (select id from log)
                """;
        Flux.from(connection
                        .createStatement(sql)
                        .bind(0, topic)
                        .bind(1, texts(told, Arrival::key))
                        .bind(2, told.stream().map(Arrival::streamSeq).toArray(Long[]::new))
                        .bind(3, texts(told, each -> String.valueOf(each.id())))
                        .execute())
                .concatMap(r -> r.getRowsUpdated())
                .blockLast();
    }

    private static String[] texts(Collection<Arrival> told, Function<Arrival, String> field) {
        return told.stream().map(field).toArray(String[]::new);
    }

    /** Whether anything is not sent, numbered or not; the order keeps the search in its index. */
    boolean holdsUnsent() {
        String sql = "select id from outbox where not sent order by stream_seq, id limit 1";
        return Boolean.TRUE.equals(Flux.from(connection.createStatement(sql).execute())
                .concatMap(r -> r.map((row, meta) -> true))
                .hasElements()
                .block());
    }

    /** How many are not sent, numbered or not, up to {@link #COUNTED}. */
    long countUnsent() {
        String sql = "select count(*) from (select 1 from outbox where not sent order by stream_seq, id limit %d) n"
                .formatted(COUNTED);
        return Objects.requireNonNull(Flux.from(connection.createStatement(sql).execute())
                .concatMap(r -> r.map((row, meta) -> Objects.requireNonNull(row.get(0, Long.class))))
                .blockFirst());
    }

    Mono<Void> markSent(List<OutboxRow> rows) {
        Long[] ids = rows.stream().map(OutboxRow::id).toArray(Long[]::new);
        return Flux.from(connection
                        .createStatement("update outbox set sent = true where id = any($1)")
                        .bind(0, ids)
                        .execute())
                .concatMap(r -> r.getRowsUpdated())
                .then();
    }

    private static OutboxRow outboxRow(Row row) {
        return new OutboxRow(
                column(row, "id", Long.class),
                column(row, "event", UUID.class),
                column(row, "topic", String.class),
                column(row, "key", String.class),
                column(row, "type", String.class),
                column(row, "body", String.class),
                column(row, "time", Instant.class),
                column(row, "stream_seq", Long.class));
    }

    private static <T> T column(Row row, String name, Class<T> type) {
        return Objects.requireNonNull(row.get(name, type), name);
    }
}
