package org.prongsai.messaging;

import io.r2dbc.spi.Readable;
import java.util.Map;
import java.util.Objects;
import org.prongsai.contracts.Topic;
import reactor.core.publisher.Mono;

/** Where the inboxes of a database stand, for those who want to read the log just as far. */
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

    private static Place place(Readable row) {
        var topic = Topic.of(String.valueOf(row.get("topic", String.class))).orElseThrow();
        return new Place(topic, Objects.requireNonNull(row.get("partition", Integer.class)));
    }
}
