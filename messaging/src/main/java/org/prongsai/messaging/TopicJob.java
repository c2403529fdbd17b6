package org.prongsai.messaging;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.prongsai.contracts.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Makes the topics that are missing as soon as Kafka answers, then lets the inboxes read; a service starts without
 * waiting for it. A topic that is there keeps its partitions: with more of them keys would move and streams break.
 */
final class TopicJob implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TopicJob.class);
    /** As the producer's {@code max.request.size}: the largest body and its headers. */
    private static final int LARGEST_RECORD = 8 * 1024 * 1024;

    /** With so many, two must hold a record before it counts as sent, and one may be away. */
    private static final int REPLICAS_TO_LOSE_ONE = 3;

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final KafkaAdmin admin;
    private final List<NewTopic> topics;
    private final InboxJob inboxes;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    TopicJob(KafkaAdmin admin, MessagingSettings settings, InboxJob inboxes) {
        this.admin = admin;
        this.topics = List.of(topics(settings));
        this.inboxes = inboxes;
    }

    static NewTopic[] topics(MessagingSettings settings) {
        return Arrays.stream(Topic.values()).map(t -> topic(t, settings)).toArray(NewTopic[]::new);
    }

    private static NewTopic topic(Topic topic, MessagingSettings settings) {
        var builder = TopicBuilder.name(topic.channel())
                .partitions(settings.partitions())
                .replicas(settings.replicas())
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_RECORD))
                .config(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime")
                // A clock that jumped must not hold up the relay: the broker takes any timestamp.
                .config(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE));
        if (settings.replicas() >= REPLICAS_TO_LOSE_ONE) {
            builder.config(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        }
        return topic.compacted()
                ? builder.compact().build()
                : builder.config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                        .config(TopicConfig.RETENTION_BYTES_CONFIG, "-1")
                        .build();
    }

    private void makeTopics() {
        try {
            while (!made()) {
                if (stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            inboxes.read();
        } catch (InterruptedException e) {
            LOG.debug("Stopped while waiting for Kafka");
        }
    }

    private boolean made() {
        try (var client = Admin.create(admin.getConfigurationProperties())) {
            var there = client.listTopics().names().get();
            client.createTopics(topics.stream()
                            .filter(topic -> !there.contains(topic.name()))
                            .toList())
                    .all()
                    .get();
            return true;
        } catch (ExecutionException | KafkaException e) {
            // Also when another instance was quicker with one of them: the next look finds it.
            LOG.info("Topics wait for Kafka: {}", CauseReader.root(e));
            return false;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("topics").start(this::makeTopics);
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
