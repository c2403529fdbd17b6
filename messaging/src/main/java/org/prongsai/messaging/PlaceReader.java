package org.prongsai.messaging;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads in the database where an inbox stands, and puts its consumer there. Kafka asks for it once, when it gives out a
 * partition, and takes a failure for an answer: it would then begin where it was told last, which may be too late.
 */
final class PlaceReader {

    private static final Logger LOG = LoggerFactory.getLogger(PlaceReader.class);

    private final String inbox;
    private final InboxWriter writer;
    private final Set<TopicPartition> open = new HashSet<>();

    PlaceReader(String inbox, InboxWriter writer) {
        this.inbox = inbox;
        this.writer = writer;
    }

    static TopicPartition partition(Place place) {
        return new TopicPartition(place.topic().channel(), place.partition());
    }

    static Place place(TopicPartition partition) {
        return new Place(Topic.of(partition.topic()).orElseThrow(), partition.partition());
    }

    void given(Collection<TopicPartition> partitions) {
        open.addAll(partitions);
    }

    void taken(Collection<TopicPartition> partitions) {
        open.removeAll(partitions);
    }

    /** Whether partitions were given whose consumer does not stand where the database says. */
    boolean isOpen() {
        return !open.isEmpty();
    }

    /** @return the partitions that are put right by this: a record of theirs that is here came from elsewhere */
    Set<TopicPartition> put(Consumer<?, ?> consumer) {
        if (open.isEmpty()) {
            return Set.of();
        }
        var again = writer.hearAgain(open.stream().map(PlaceReader::place).toList());
        if (again.states() > 0) {
            LOG.info("{} hears {} parked states again", inbox, again.states());
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(open);
        for (TopicPartition partition : open) {
            put(consumer, partition, again.positions().get(place(partition)), ends.getOrDefault(partition, 0L));
        }
        var put = Set.copyOf(open);
        open.clear();
        return put;
    }

    private void put(Consumer<?, ?> consumer, TopicPartition partition, @Nullable Long next, long end) {
        if (next != null && next <= end) {
            consumer.seek(partition, next);
            return;
        }
        if (next != null) {
            LOG.error("{} stood at {} of {}, which ends at {}: records were lost", inbox, next, partition, end);
        }
        consumer.seekToBeginning(List.of(partition));
    }
}
