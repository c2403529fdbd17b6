package org.prongsai.disclosure;

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
class DisclosureConfig {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    PostgresClient disclosure(PostgresSettings settings) {
        return PostgresClient.open(settings, "disclosure");
    }

    @Bean
    OutboxWriter outbox(PostgresClient disclosure) {
        return new OutboxWriter(disclosure);
    }

    @Bean
    OutboxRelay relay(
            PostgresClient disclosure,
            KafkaOperations<String, String> kafka,
            MessagingSettings settings,
            MeterRegistry meters) {
        return new OutboxRelay(disclosure, kafka, settings, meters);
    }
}
