package org.prongsai.notification;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.prongsai.messaging.MessagingSettings;
import org.prongsai.messaging.OutboxRelay;
import org.prongsai.messaging.OutboxWriter;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.messaging.PostgresSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaOperations;

/** The one database of this service and what it tells. */
@Configuration
class NotificationConfig {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    PostgresClient notification(PostgresSettings settings) {
        return PostgresClient.open(settings, "notification");
    }

    @Bean
    OutboxWriter outbox(PostgresClient notification) {
        return new OutboxWriter(notification);
    }

    @Bean
    OutboxRelay relay(
            PostgresClient notification,
            KafkaOperations<String, String> kafka,
            MessagingSettings settings,
            MeterRegistry meters) {
        return new OutboxRelay(notification, kafka, settings, meters);
    }
}
