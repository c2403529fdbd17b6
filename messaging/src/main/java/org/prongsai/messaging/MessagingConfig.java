package org.prongsai.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.support.ProducerListener;

/** Gives every service that has a {@link PostgresClient} its relays, its inboxes and the topics. */
@AutoConfiguration(beforeName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@EnableConfigurationProperties({PostgresSettings.class, MessagingSettings.class})
public class MessagingConfig {

    /** The usual one writes the beginning of what could not be sent into the log, with the hour; it may be answers. */
    @Bean
    ProducerListener<Object, Object> silentProducerListener() {
        return new ProducerListener<>() {};
    }

    @Bean
    TopicJob topicJob(KafkaAdmin admin, MessagingSettings settings, InboxJob inboxes) {
        return new TopicJob(admin, settings, inboxes);
    }

    @Bean
    InboxJob inboxJob(
            ObjectProvider<InboxHandler> handlers,
            ConsumerFactory<String, String> consumers,
            MessagingSettings settings,
            MeterRegistry meters) {
        return new InboxJob(handlers.orderedStream().toList(), consumers, settings, meters);
    }

    @Bean
    ParkedJob parkedJob(ObjectProvider<InboxHandler> handlers, MeterRegistry meters) {
        return new ParkedJob(handlers.orderedStream().toList(), meters);
    }

    @Bean
    PulseJob pulseJob(List<PostgresClient> databases, MeterRegistry meters) {
        return new PulseJob(databases, meters);
    }

    @Bean
    HealthIndicator inboxes(InboxJob job) {
        return MessagingHealthHandler.of(job);
    }

    @Bean
    HealthIndicator outboxes(ObjectProvider<OutboxRelay> relays) {
        return MessagingHealthHandler.of(relays.orderedStream().toList());
    }

    @Bean
    PostgresHealthHandler postgresHealth(List<PostgresClient> databases) {
        return new PostgresHealthHandler(databases);
    }
}
