package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class PulseIT {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void databases_are_there() {
        Post.get();
    }

    @Test
    void a_database_that_does_not_answer_is_named_and_counted_beside_one_that_does() {
        var there = Post.get().writer;
        var away = PostgresClient.open(Post.settings(), "scoring");
        var pulse = new PulseJob(List.of(there, away), meters);
        pulse.start();
        await().untilAsserted(() -> assertThat(gauge("prongsai.database.connections.idle", "scoring"))
                .isPositive());
        assertThat(gauge("prongsai.database.connections.limit", "scoring")).isEqualTo(Post.CONNECTIONS);
        assertThat(gauge("prongsai.database.silent", "scoring")).isZero();

        away.close();

        await().untilAsserted(() ->
                assertThat(gauge("prongsai.database.silent", "scoring")).isPositive());
        assertThat(gauge("prongsai.database.silent", "disclosure")).isZero();
        Health health = new PostgresHealthHandler(List.of(there, away)).health().block();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().get("disclosure")).isEqualTo("answers");
        assertThat(health.getDetails().get("scoring").toString())
                .startsWith("does not answer: ")
                .doesNotContain("localhost", "127.0.0.1");
        pulse.stop();
    }

    @Test
    void inboxes_and_outboxes_say_how_they_are_and_keep_nobody_out() {
        var outboxes = MessagingHealthHandler.of(List.of(Post.get().relay(meters)));
        assertThat(outboxes.health().getStatus()).isEqualTo(Status.UP);
        assertThat(outboxes.health().getDetails()).containsEntry("disclosure", "stands by");
    }

    private double gauge(String name, String database) {
        return meters.get(name).tag("database", database).gauge().value();
    }
}
