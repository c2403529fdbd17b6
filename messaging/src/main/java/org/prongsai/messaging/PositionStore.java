package org.prongsai.messaging;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.prongsai.contracts.Topic;
import reactor.core.publisher.Mono;

/** Where the inboxes of a database stand, for those who want to read the log just as far, or to put them elsewhere. */
public final class PositionStore {

    private final PostgresClient database;

    public PositionStore(PostgresClient database) {
        this.database = database;
    }

    /**
     * The offset behind the last record that took effect; a partition of which nothing was read is absent.
     *
     * @param inboxes whose positions are meant: of these no two read the same topic
     */
    public Mono<Map<Place, Long>> of(Collection<String> inboxes) {
        return database.sql()
                .sql("select topic, partition, next_offset from inbox_position where inbox = any(:inboxes)")
                .bind("inboxes", inboxes.toArray(String[]::new))
                .map(row -> Map.entry(place(row), number(row, "next_offset")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /**
     * A sentence for each stream of which these inboxes have heard higher numbers than the log holds, as far as it was read:
     * it had more records once.
     */
    public Mono<List<String>> ahead(Collection<String> inboxes, Collection<LogReader> readers) {
        var read = new HashMap<Arrival.Stream, Long>();
        readers.forEach(reader -> read.putAll(reader.lastSeqs()));
        return database.sql()
                .sql("select topic, key, last_seq from inbox_stream where inbox = any(:inboxes) order by topic, key")
                .bind("inboxes", inboxes.toArray(String[]::new))
                .map(row -> ahead(row, read))
                .all()
                .flatMap(Mono::justOrEmpty)
                .collectList();
    }

    private static Optional<String> ahead(Readable row, Map<Arrival.Stream, Long> read) {
        var stream = new Arrival.Stream(topic(row), Objects.requireNonNull(row.get("key", String.class)));
        long heard = number(row, "last_seq");
        long last = read.getOrDefault(stream, 0L);
        return heard <= last
                ? Optional.empty()
                : Optional.of("%s: %s was heard up to number %d, and the log holds it up to %d"
                        .formatted(stream.topic().channel(), stream.key(), heard, last));
    }

    /** Nothing more is heard by this inbox, by whichever instance, until the transaction ends. */
    public Mono<Void> hold(String inbox, Collection<Place> places) {
        return new InboxStore(database.sql(), inbox).lockPositions(places).then();
    }

    /**
     * As if the inbox had heard everything that these readers have read of its topics, and nothing else.
     *
     * @param refused what of it can never take effect: parked, like what cannot be read
     */
    public Mono<Void> put(String inbox, Set<Topic> topics, Collection<LogReader> readers, List<Refused> refused) {
        var store = new InboxStore(database.sql(), inbox);
        var positions = new HashMap<Place, Long>();
        var lastSeqs = new HashMap<Arrival.Stream, Long>();
        var unread = new ArrayList<Sorting.Unread>();
        for (var reader : readers) {
            reader.positions(topics).forEach(positions::put);
            reader.lastSeqs(topics).forEach(lastSeqs::put);
            reader.findings().unread().stream()
                    .filter(each -> topics.contains(each.arrival().topic()))
                    .forEach(unread::add);
        }
        refused.forEach(each -> unread.add(new Sorting.Unread(Arrival.of(each.told()), each.reason())));
        return forget(inbox).then(store.park(unread)).then(store.save(positions, lastSeqs));
    }

    /** What was parked before counts again by now, or is parked once more. */
    private Mono<Void> forget(String inbox) {
        return run("delete from inbox_stream where inbox = :inbox", inbox)
                .then(run("update parked set settled = true where inbox = :inbox and not settled", inbox));
    }

    private Mono<Void> run(String statement, String inbox) {
        return database.sql().sql(statement).bind("inbox", inbox).then();
    }

    private static Place place(Readable row) {
        return new Place(topic(row), Objects.requireNonNull(row.get("partition", Integer.class)));
    }

    private static Topic topic(Readable row) {
        return Topic.of(String.valueOf(row.get("topic", String.class))).orElseThrow();
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
