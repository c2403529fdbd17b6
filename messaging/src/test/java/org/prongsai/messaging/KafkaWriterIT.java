package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.prongsai.contracts.Topic;
import org.prongsai.local.TestWorld;

class KafkaWriterIT {

    private static final String KEY = "fenced-1";

    private final Post post = Post.get();

    /** The broker makes its log of transactions when the first claim comes, and that may take longer than a claim waits. */
    @BeforeAll
    static void claims_are_answered() {
        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptionsInstanceOf(KafkaException.class)
                .until(() -> {
                    var writer = new KafkaWriter("fenced", Post.get().kafka);
                    try {
                        writer.claim();
                        return true;
                    } finally {
                        writer.release();
                    }
                });
    }

    @Test
    void an_earlier_relay_never_writes_a_state_behind_a_later_one() {
        var earlier = claimed();
        earlier.write(List.of(row(Topic.POPULATIONS, 1)));
        var later = claimed();
        later.write(List.of(row(Topic.POPULATIONS, 2)));
        assertThatThrownBy(() -> earlier.write(List.of(row(Topic.POPULATIONS, 1))))
                .isInstanceOf(KafkaException.class);
        later.write(List.of(row(Topic.POPULATIONS, 3)));
        assertThat(bodies(Topic.POPULATIONS)).containsExactly("1", "2", "3");
        earlier.release();
        later.release();
    }

    /** The end of a transaction would be a record with the broker's clock. */
    @ParameterizedTest
    @EnumSource(names = {"RESPONSES", "SCORES", "MESSAGES"})
    void what_follows_from_answers_leaves_nothing_in_the_log_beside_itself(Topic topic) {
        var writer = claimed();
        long before = end(topic);
        writer.write(List.of(row(topic, 1)));
        writer.write(List.of(row(topic, 2)));
        assertThat(end(topic)).isEqualTo(before + 2);
        writer.release();
    }

    private KafkaWriter claimed() {
        var writer = new KafkaWriter("fenced", post.kafka);
        writer.claim();
        return writer;
    }

    private static OutboxRow row(Topic topic, long seq) {
        return new OutboxRow(
                seq, new UUID(0, seq), topic.channel(), KEY, "Later", Long.toString(seq), Instant.EPOCH, seq);
    }

    /** Of this test's key, aborted ones too. */
    private static List<String> bodies(Topic topic) {
        try (var consumer = consumer(topic)) {
            consumer.seekToBeginning(consumer.assignment());
            var ends = consumer.endOffsets(consumer.assignment());
            var bodies = new ArrayList<String>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (record.key().equals(KEY)) {
                        bodies.add(record.value());
                    }
                });
            }
            return bodies;
        }
    }

    private static long end(Topic topic) {
        try (var consumer = consumer(topic)) {
            return consumer.endOffsets(consumer.assignment()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private static Consumer<String, String> consumer(Topic topic) {
        var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestWorld.get().kafkaBootstrap()),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.assign(consumer.partitionsFor(topic.channel()).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList());
        return consumer;
    }
}
