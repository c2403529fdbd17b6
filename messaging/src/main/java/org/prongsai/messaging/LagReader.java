package org.prongsai.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.prongsai.contracts.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the consumer of an inbox, on its own thread, how far it is behind: while it reads, fails, or has nothing to do. */
final class LagReader {

    private static final Logger LOG = LoggerFactory.getLogger(LagReader.class);
    private static final long BETWEEN_LOOKS = Duration.ofSeconds(2).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final String inbox;
    private final Condition condition;
    private final Map<TopicPartition, Backlog> backlogs = new ConcurrentHashMap<>();
    private long looked = System.nanoTime() - BETWEEN_LOOKS;

    LagReader(InboxHandler handler, Condition condition, MeterRegistry meters) {
        this.inbox = handler.name();
        this.condition = condition;
        handler.topics().forEach(topic -> Gauge.builder("prongsai.inbox.lag", this, reader -> reader.records(topic))
                .description("Records of this topic that have not taken effect, of the partitions this process reads")
                .tag("inbox", handler.name())
                .tag("topic", topic.channel())
                .register(meters));
        Gauge.builder("prongsai.inbox.age", this, reader -> reader.seconds(System.nanoTime()))
                .description(
                        "Seconds for which the oldest record without effect has been seen waiting; 0 when none waits")
                .baseUnit("seconds")
                .tag("inbox", handler.name())
                .register(meters);
    }

    private double records(Topic topic) {
        return backlogs.entrySet().stream()
                .filter(each -> each.getKey().topic().equals(topic.channel()))
                .mapToLong(each -> each.getValue().records())
                .sum();
    }

    private double seconds(long nanos) {
        return backlogs.values().stream()
                .mapToDouble(backlog -> backlog.seconds(nanos))
                .max()
                .orElse(0);
    }

    void forget(Collection<TopicPartition> partitions) {
        backlogs.keySet().removeAll(partitions);
    }

    /** These records are here and have no effect yet. */
    void begun(List<? extends ConsumerRecord<?, ?>> records, Consumer<?, ?> consumer) {
        var first = new HashMap<TopicPartition, Long>();
        var end = new HashMap<TopicPartition, Long>();
        for (var each : records) {
            var partition = new TopicPartition(each.topic(), each.partition());
            first.putIfAbsent(partition, each.offset());
            end.put(partition, each.offset() + 1);
        }
        long now = System.nanoTime();
        end.forEach((partition, offset) -> of(partition).holds(offset, now));
        note(first, consumer);
    }

    /** Everything that was handed out has taken its effect, except where reading stopped. */
    void done(Consumer<?, ?> consumer) {
        note(Map.of(), consumer);
    }

    private void note(Map<TopicPartition, Long> without, Consumer<?, ?> consumer) {
        try {
            for (var partition : consumer.assignment()) {
                if (goesOn(partition)) {
                    Long held = without.get(partition);
                    stands(partition, held == null ? consumer.position(partition, PATIENCE) : held);
                }
            }
            look(consumer);
        } catch (KafkaException away) {
            if (condition.silent(System.nanoTime())) {
                LOG.warn("{} hears nothing of Kafka: {}", inbox, CauseReader.name(away));
            }
        }
    }

    private boolean goesOn(TopicPartition partition) {
        return condition.stopped().keySet().stream()
                .noneMatch(place -> place.partition() == partition.partition()
                        && place.topic().channel().equals(partition.topic()));
    }

    void stands(TopicPartition partition, long offset) {
        of(partition).standsAt(offset);
    }

    private Backlog of(TopicPartition partition) {
        return backlogs.computeIfAbsent(partition, _ -> new Backlog());
    }

    private void look(Consumer<?, ?> consumer) {
        long now = System.nanoTime();
        if (now - looked < BETWEEN_LOOKS) {
            return;
        }
        looked = now;
        var ends = ends(consumer);
        backlogs.keySet().retainAll(ends.keySet());
        ends.forEach((partition, end) -> of(partition).endsAt(end, now));
        if (condition.answered()) {
            LOG.info("{} hears Kafka again", inbox);
        }
    }

    /** Who was given nothing to read, or lost it because Kafka went away, still asks something: to ask of nothing asks nobody. */
    private static Map<TopicPartition, Long> ends(Consumer<?, ?> consumer) {
        if (!consumer.assignment().isEmpty()) {
            return consumer.endOffsets(consumer.assignment(), PATIENCE);
        }
        consumer.listTopics(PATIENCE);
        return Map.of();
    }
}
