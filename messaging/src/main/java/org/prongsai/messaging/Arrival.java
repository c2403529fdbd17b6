package org.prongsai.messaging;

import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.Catalogue;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;

/**
 * A record as it lay in Kafka.
 *
 * @param key as far as a table can hold it
 * @param id header {@code ce_id}, null if absent
 * @param type header {@code ce_type}, null if absent
 * @param streamSeq header {@code stream_seq}, 0 if it is absent or no number from 1 on, or the key is none of a stream
 * @param body null for a tombstone
 */
record Arrival(
        Topic topic,
        int partition,
        long offset,
        String key,
        @Nullable String id,
        @Nullable String type,
        long streamSeq,
        @Nullable String body) {

    /** One key of one topic. */
    record Stream(Topic topic, String key) {}

    /** As it must have lain there, to be read again. */
    static Arrival of(Told told) {
        return new Arrival(
                told.topic(),
                told.partition(),
                told.offset(),
                told.key(),
                null,
                Catalogue.of(told.event()).type(),
                told.streamSeq(),
                EventJson.write(told.event()));
    }

    Arrival withoutBody() {
        return new Arrival(topic, partition, offset, key, id, type, streamSeq, null);
    }

    Place place() {
        return new Place(topic, partition);
    }

    Stream stream() {
        return new Stream(topic, key);
    }
}
