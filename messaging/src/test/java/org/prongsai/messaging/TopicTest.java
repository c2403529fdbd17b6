package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class TopicTest {

    @Test
    void of_three_replicas_two_must_hold_a_record() {
        assertThat(TopicJob.topics(replicas(3))).allSatisfy(topic -> assertThat(topic.configs())
                .containsEntry(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2"));
    }

    @Test
    void of_fewer_replicas_no_topic_asks_for_a_second_one() {
        assertThat(TopicJob.topics(replicas(1))).allSatisfy(topic -> assertThat(topic.configs())
                .doesNotContainKey(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG));
    }

    private static MessagingSettings replicas(int replicas) {
        return new MessagingSettings(Duration.ofMillis(20), 500, Duration.ofMillis(50), 2, (short) replicas, false);
    }
}
