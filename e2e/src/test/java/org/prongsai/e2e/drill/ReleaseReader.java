package org.prongsai.e2e.drill;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.ResponsesReleased;

/** Reads the log of released answers from its first record on, past everything else of ours. */
final class ReleaseReader implements AutoCloseable {

    private final KafkaConsumer<String, String> consumer;
    private final Recount recount;

    ReleaseReader(String kafka, Recount recount) {
        this.recount = recount;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka), new StringDeserializer(), new StringDeserializer());
        var partitions = consumer.partitionsFor(Topic.RESPONSES.channel()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** All that lies in the log by now and was not read yet. */
    void readOn() {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofSeconds(1)).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<String, String> message) {
        if (recount.hears(message.key(), Long.parseLong(header(message, "stream_seq")))
                && header(message, "ce_type").equals(ResponsesReleased.class.getSimpleName())) {
            recount.take(read(message));
        }
    }

    private static ResponsesReleased read(ConsumerRecord<String, String> message) {
        try {
            return EventJson.read(ResponsesReleased.class, message.value());
        } catch (EventJson.Unreadable e) {
            throw new IllegalStateException("a release cannot be read", e);
        }
    }

    private static String header(ConsumerRecord<?, ?> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
