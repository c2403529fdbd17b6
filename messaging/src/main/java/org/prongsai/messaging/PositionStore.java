package org.prongsai.messaging;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.prongsai.contracts.Topic;
import reactor.core.publisher.Mono;

/** Where the inboxes of a database stand, for those who want to read the log just as far, or to put them elsewhere. */
public final class PositionStore {

    private final PostgresClient database;

    public PositionStore(PostgresClient database) {
        this.database = database;
    }

    /** The offset behind the last record that took effect; a partition of which nothing was read is absent. */
    public Mono<Map<Place, Long>> all() {
        return database.sql()
                .sql("select topic, partition, next_offset from inbox_position")
                .map(row -> Map.entry(place(row), Objects.requireNonNull(row.get("next_offset", Long.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
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

    private Mono<Void> forget(String inbox) {
        return database.sql()
                .sql("delete from inbox_stream where inbox = :inbox")
                .bind("inbox", inbox)
                .then();
    }

    private static Place place(Readable row) {
        var topic = Topic.of(String.valueOf(row.get("topic", String.class))).orElseThrow();
        return new Place(topic, Objects.requireNonNull(row.get("partition", Integer.class)));
    }
}
