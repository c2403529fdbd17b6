package org.prongsai.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How events are told.
 *
 * @param relayEvery longest wait of an event in the outbox while Kafka is there
 * @param relayBatch events numbered and sent at once
 * @param retryEvery wait before a batch that failed is tried again
 * @param partitions of each topic, fixed when the topic is made
 * @param replicas of each topic; three with two in sync in production
 * @param raise whether a database that is an older copy of itself goes on behind what it told before it was lost
 */
@ConfigurationProperties("prongsai.messaging")
public record MessagingSettings(
        Duration relayEvery, int relayBatch, Duration retryEvery, int partitions, short replicas, boolean raise) {

    public MessagingSettings {
        positive("relay-batch", relayBatch);
        positive("partitions", partitions);
        positive("replicas", replicas);
    }

    private static void positive(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("prongsai.messaging." + key + " is " + value + ", expected 1 or more");
        }
    }
}
