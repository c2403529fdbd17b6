package org.prongsai.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.Topic;
import org.prongsai.messaging.Arrival.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where one inbox stands: next offset per partition, how far each stream was heard, parked records. */
final class InboxStore {

    private static final String LOCKED = """
            select p.topic, p.partition, p.next_offset from inbox_position p
            join unnest(:topics, :partitions) as w(topic, partition) using (topic, partition)
            where p.inbox = :inbox order by p.topic, p.partition for update of p
            """;

    private final DatabaseClient sql;
    private final String inbox;

    InboxStore(DatabaseClient sql, String inbox) {
        this.sql = sql;
        this.inbox = inbox;
    }

    /** Locks the positions, so that a reader who lost its partition and does not know it cannot count twice. */
    Mono<Map<Place, Long>> lockPositions(Collection<Place> places) {
        Mono<Void> rows = sql.sql("""
                        insert into inbox_position (inbox, topic, partition, next_offset)
                        select :inbox, topic, partition, 0 from unnest(:topics, :partitions) as p(topic, partition)
                        order by topic, partition
                        on conflict do nothing
                        """)
                .bind("inbox", inbox)
                .bind("topics", channels(places))
                .bind("partitions", partitions(places))
                .then();
        return rows.then(positions(LOCKED, places));
    }

    /**
     * Puts the inbox back to before those parked states that are still the newest of their streams, so that they are heard
     * once more: a newer version may be able to read them. Those that a newer state has followed are missed by nobody. Where
     * events add up, what came later has had its effect, and nothing is put back.
     *
     * @return how many states will be heard again
     */
    Mono<Long> hearAgain(Collection<Place> places) {
        var states = places.stream().filter(place -> place.topic().compacted()).toList();
        return positions(LOCKED, states)
                .then(sql.sql("""
                        with settled as (
                            update parked p set settled = true
                            from inbox_stream s, unnest(:topics, :partitions) as w(topic, partition)
                            where p.inbox = :inbox and p.topic = w.topic and p.partition = w.partition and p.stream_seq > 0
                                and not p.settled and s.inbox = p.inbox and s.topic = p.topic and s.key = p.key
                                and s.last_seq >= p.stream_seq
                            returning p.topic, p.partition, p.key, p.kafka_offset, s.last_seq = p.stream_seq as newest
                        ), again as (
                            select * from settled where newest
                        ), streams as (
                            update inbox_stream s set last_seq = s.last_seq - 1, marks = left(s.marks, -:mark)
                            from again a where s.inbox = :inbox and s.topic = a.topic and s.key = a.key
                        ), positions as (
                            update inbox_position p set next_offset = least(p.next_offset, a.first)
                            from (select topic, partition, min(kafka_offset) as first from again
                                  group by topic, partition) a
                            where p.inbox = :inbox and p.topic = a.topic and p.partition = a.partition
                        )
                        select count(*) from again
                        """)
                        .bind("inbox", inbox)
                        .bind("topics", channels(states))
                        .bind("partitions", partitions(states))
                        .bind("mark", Heard.LENGTH)
                        .map((row, meta) -> Objects.requireNonNull(row.get(0, Long.class)))
                        .one());
    }

    Mono<Map<Place, Long>> positions(Collection<Place> places) {
        return positions("""
                select p.topic, p.partition, p.next_offset from inbox_position p
                join unnest(:topics, :partitions) as w(topic, partition) using (topic, partition)
                where p.inbox = :inbox
                """, places);
    }

    private Mono<Map<Place, Long>> positions(String select, Collection<Place> places) {
        return sql.sql(select)
                .bind("inbox", inbox)
                .bind("topics", channels(places))
                .bind("partitions", partitions(places))
                .map((row, meta) -> Map.entry(
                        new Place(
                                topic(row.get("topic", String.class)),
                                Objects.requireNonNull(row.get("partition", Integer.class))),
                        Objects.requireNonNull(row.get("next_offset", Long.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Map<Stream, Heard>> heard(Collection<Stream> streams) {
        return sql.sql("""
                        select s.topic, s.key, s.last_seq, s.marks from inbox_stream s
                        join unnest(:topics, :keys) as w(topic, key) using (topic, key)
                        where s.inbox = :inbox
                        """)
                .bind("inbox", inbox)
                .bind("topics", streams.stream().map(s -> s.topic().channel()).toArray(String[]::new))
                .bind("keys", streams.stream().map(Stream::key).toArray(String[]::new))
                .map((row, meta) -> Map.entry(
                        new Stream(
                                topic(row.get("topic", String.class)),
                                Objects.requireNonNull(row.get("key", String.class))),
                        new Heard(
                                Objects.requireNonNull(row.get("last_seq", Long.class)),
                                row.get("marks", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Void> save(Sorting sorting) {
        return savePositions(List.copyOf(sorting.nextOffsets().entrySet()))
                .then(saveStreams(List.copyOf(sorting.moved().entrySet())));
    }

    /** Where whoever heard it looked at numbers alone. */
    Mono<Void> save(Map<Place, Long> nextOffsets, Map<Stream, Long> lastSeqs) {
        return savePositions(List.copyOf(nextOffsets.entrySet()))
                .then(saveStreams(lastSeqs.entrySet().stream()
                        .map(each -> Map.entry(each.getKey(), Heard.upTo(each.getValue())))
                        .toList()));
    }

    private Mono<Void> savePositions(List<Map.Entry<Place, Long>> entries) {
        var places = entries.stream().map(Map.Entry::getKey).toList();
        return sql.sql("""
                        update inbox_position p set next_offset = w.next_offset
                        from unnest(:topics, :partitions, :offsets) as w(topic, partition, next_offset)
                        where p.inbox = :inbox and p.topic = w.topic and p.partition = w.partition
                        """)
                .bind("inbox", inbox)
                .bind("topics", channels(places))
                .bind("partitions", partitions(places))
                .bind("offsets", entries.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .then();
    }

    private Mono<Void> saveStreams(List<Map.Entry<Stream, Heard>> entries) {
        if (entries.isEmpty()) {
            return Mono.empty();
        }
        return sql.sql("""
                        insert into inbox_stream (inbox, topic, key, last_seq, marks)
                        select :inbox, topic, key, last_seq, marks
                        from unnest(:topics, :keys, :seqs, :marks) as w(topic, key, last_seq, marks) order by topic, key
                        on conflict (inbox, topic, key)
                        do update set last_seq = excluded.last_seq, marks = excluded.marks
                        """)
                .bind("inbox", inbox)
                .bind(
                        "topics",
                        entries.stream().map(e -> e.getKey().topic().channel()).toArray(String[]::new))
                .bind("keys", entries.stream().map(e -> e.getKey().key()).toArray(String[]::new))
                .bind("seqs", entries.stream().map(e -> e.getValue().last()).toArray(Long[]::new))
                .bind(
                        "marks",
                        entries.stream()
                                .map(e -> String.valueOf(e.getValue().marks()))
                                .toArray(String[]::new))
                .then();
    }

    Mono<Void> park(List<Sorting.Unread> records) {
        return Flux.fromIterable(records)
                .concatMap(r -> parked(r.arrival(), r.reason()))
                .then();
    }

    private Mono<Void> parked(Arrival arrival, String reason) {
        var insert = sql.sql("""
                        insert into parked (inbox, topic, partition, kafka_offset, key, stream_seq, type, reason, body)
                        values (:inbox, :topic, :partition, :offset, :key, :number, :type, :reason, :body)
                        on conflict (inbox, topic, partition, kafka_offset) do update set settled = false
                        """)
                .bind("inbox", inbox)
                .bind("topic", arrival.topic().channel())
                .bind("partition", arrival.partition())
                .bind("offset", arrival.offset())
                .bind("key", arrival.key())
                .bind("number", arrival.streamSeq())
                .bind("type", storable(String.valueOf(arrival.type())))
                .bind("reason", storable(reason));
        String body = arrival.body();
        return (body == null ? insert.bindNull("body", String.class) : insert.bind("body", storable(body))).then();
    }

    /** How many parked records were neither heard again nor followed by a newer state, nor counted by a rebuild. */
    Mono<Long> unsettled() {
        return sql.sql("select count(*) from parked where inbox = :inbox and not settled")
                .bind("inbox", inbox)
                .map((row, meta) -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    /** Postgres has no text with a NUL, and what cannot be parked would stop its partition. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private static String[] channels(Collection<Place> places) {
        return places.stream().map(p -> p.topic().channel()).toArray(String[]::new);
    }

    private static Integer[] partitions(Collection<Place> places) {
        return places.stream().map(Place::partition).toArray(Integer[]::new);
    }

    private static Topic topic(@Nullable String channel) {
        return Topic.of(String.valueOf(channel)).orElseThrow();
    }
}
