package org.prongsai.assessment;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.prongsai.assessment.night.NightJob;
import org.prongsai.messaging.MessagingSettings;
import org.prongsai.messaging.OutboxRelay;
import org.prongsai.messaging.OutboxWriter;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.messaging.PostgresSettings;
import org.prongsai.web.IdempotencyStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaOperations;

/**
 * The three databases of this service: {@code assessment} knows agencies, rounds and people, {@code tickets} knows who may
 * answer, {@code responses} knows answers and no one. The first and the last tell of it, each with an outbox of its own.
 */
@Configuration
class AssessmentConfig {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    PostgresClient assessment(PostgresSettings settings) {
        return PostgresClient.open(settings, "assessment");
    }

    @Bean
    PostgresClient responses(PostgresSettings settings) {
        return PostgresClient.openNameless(settings, "responses");
    }

    @Bean
    PostgresClient tickets(PostgresSettings settings) {
        return PostgresClient.openNameless(settings, "tickets");
    }

    /** Systems may repeat a POST under one key; answers are kept apart from this database. */
    @Bean
    IdempotencyStore idempotency(@Qualifier("assessment") PostgresClient assessment) {
        return new IdempotencyStore(assessment.sql());
    }

    @Bean
    OutboxWriter assessmentOutbox(@Qualifier("assessment") PostgresClient assessment) {
        return new OutboxWriter(assessment);
    }

    @Bean
    OutboxWriter responsesOutbox(@Qualifier("responses") PostgresClient responses) {
        return new OutboxWriter(responses);
    }

    @Bean
    OutboxRelay assessmentRelay(
            @Qualifier("assessment") PostgresClient assessment,
            KafkaOperations<String, String> kafka,
            MessagingSettings settings,
            MeterRegistry meters) {
        return new OutboxRelay(assessment, kafka, settings, meters);
    }

    @Bean
    OutboxRelay responsesRelay(
            @Qualifier("responses") PostgresClient responses,
            KafkaOperations<String, String> kafka,
            MessagingSettings settings,
            MeterRegistry meters) {
        return new OutboxRelay(responses, kafka, settings, meters);
    }

    /** Whether every waiting answer was rewritten at night. */
    @Bean
    NightJob answersNight(@Qualifier("responses") PostgresClient responses, Clock clock, MeterRegistry meters) {
        return new NightJob(responses.sql(), "prongsai.release.rewritten", clock, meters);
    }

    /** Whether every invitation was. */
    @Bean
    NightJob invitationsNight(@Qualifier("tickets") PostgresClient tickets, Clock clock, MeterRegistry meters) {
        return new NightJob(tickets.sql(), "prongsai.tickets.rewritten", clock, meters);
    }

    /** Whether every comment was, and those are gone whose time is over. */
    @Bean
    NightJob commentsNight(@Qualifier("assessment") PostgresClient assessment, Clock clock, MeterRegistry meters) {
        return new NightJob(assessment.sql(), "prongsai.comments.rewritten", clock, meters);
    }
}
