package org.prongsai.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads which events of one database lie in Kafka, for the relay that would write behind them. */
final class LogEndReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int PIECE = 4 * 1024 * 1024;

    /** So many records before an end are an event for certain: the end of a transaction is a record too. */
    private static final int TAIL = 20;

    private final KafkaConsumer<String, String> kafka;
    private final String source;

    private LogEndReader(KafkaConsumer<String, String> kafka, String source) {
        this.kafka = kafka;
        this.source = source;
    }

    /** @param settings how somebody else reaches Kafka, whatever else they say */
    static LogEndReader open(Map<String, Object> settings, String source) {
        var own = new HashMap<>(settings);
        own.keySet().retainAll(ConsumerConfig.configNames());
        own.keySet().removeAll(List.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.CLIENT_ID_CONFIG));
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        own.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, PIECE);
        own.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new LogEndReader(new KafkaConsumer<>(own, new StringDeserializer(), new StringDeserializer()), source);
    }

    /** The last event of each partition. */
    Collection<Arrival> last(String topic) {
        var last = new HashMap<Integer, Arrival>();
        var ends = ends(topic);
        var tails = ends.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> Math.max(0, end.getValue() - TAIL)));
        read(tails, ends, each -> last.put(each.partition(), each));
        return last.values();
    }

    /** Every event, in the order of its partition. */
    void all(String topic, Consumer<Arrival> hear) {
        var ends = ends(topic);
        read(kafka.beginningOffsets(ends.keySet()), ends, hear);
    }

    private Map<TopicPartition, Long> ends(String topic) {
        return kafka.endOffsets(kafka.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList());
    }

    private void read(Map<TopicPartition, Long> from, Map<TopicPartition, Long> until, Consumer<Arrival> hear) {
        kafka.assign(until.keySet());
        from.forEach(kafka::seek);
        long heard = System.nanoTime();
        while (!reached(until)) {
            var records = kafka.poll(PAUSE);
            for (var each : records) {
                if (source.equals(source(each))) hear.accept(ArrivalReader.read(each));
            }
            if (!records.isEmpty()) {
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > PATIENCE.toNanos()) {
                throw new KafkaException("Kafka gave nothing for " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    private boolean reached(Map<TopicPartition, Long> until) {
        return until.entrySet().stream().allMatch(end -> kafka.position(end.getKey()) >= end.getValue());
    }

    private static String source(ConsumerRecord<?, ?> message) {
        var header = message.headers().lastHeader("ce_source");
        return header == null ? "" : new String(Objects.requireNonNull(header.value()), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        kafka.close();
    }
}
