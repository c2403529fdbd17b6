package org.prongsai.scoring;

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
class ScoringConfig {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    PostgresClient scoring(PostgresSettings settings) {
        return PostgresClient.open(settings, "scoring");
    }

    @Bean
    OutboxWriter outbox(PostgresClient scoring) {
        return new OutboxWriter(scoring);
    }

    @Bean
    OutboxRelay relay(
            PostgresClient scoring,
            KafkaOperations<String, String> kafka,
            MessagingSettings settings,
            MeterRegistry meters) {
        return new OutboxRelay(scoring, kafka, settings, meters);
    }
}
