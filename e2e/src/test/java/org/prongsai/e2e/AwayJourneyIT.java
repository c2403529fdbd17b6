package org.prongsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.prongsai.seeds.Seeds;
import tools.jackson.databind.JsonNode;

/** While Kafka or Postgres is away each service says so; it is not ready only where it cannot serve. */
class AwayJourneyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long FEW = 100;

    private final Stage stage = Stage.get();

    @Test
    void without_kafka_people_answer_and_operators_see_what_waits() throws IOException {
        var respondents = new Respondents(stage.visitor(""), Seeds.OPEN_ROUND, "imm-chiangmai");
        long lines = lines();
        drill("kafka/stop");
        try {
            for (int n = 0; n < 20; n++) {
                assertThat(respondents.submit(respondents.body(0)).status()).isEqualTo(201);
            }
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(detail("assessment-service", "outboxes", "responses"))
                        .startsWith("has waited for ");
                assertThat(detail("scoring-service", "inboxes", "scoring-responses"))
                        .startsWith("Kafka has not answered for ");
            });
            assertThat(readiness("assessment-service").status()).isEqualTo(200);
            assertThat(readiness("scoring-service").status()).isEqualTo(200);
            assertThat(lines() - lines).as("lines that say so").isBetween(1L, FEW);
        } finally {
            drill("kafka/start");
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(detail("assessment-service", "outboxes", "responses")).isEqualTo("leads");
            assertThat(detail("scoring-service", "inboxes", "scoring-responses"))
                    .isEqualTo("reads");
        });
    }

    @Test
    void without_postgres_a_service_names_each_database_that_does_not_answer() {
        drill("postgres/stop");
        try {
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(readiness("assessment-service").status()).isEqualTo(503));
            for (var database : new String[] {"assessment", "responses", "tickets"}) {
                assertThat(detail("assessment-service", "postgresHealth", database))
                        .startsWith("does not answer: ")
                        .doesNotContain("localhost");
            }
            assertThat(readiness("gateway").status()).isEqualTo(200);
        } finally {
            drill("postgres/start");
        }
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(readiness("assessment-service").status()).isEqualTo(200));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(detail("scoring-service", "inboxes", "scoring-responses"))
                        .isEqualTo("reads"));
    }

    private long lines() throws IOException {
        try (var lines = Files.lines(stage.platform.settings().data().resolve("logs/scoring-service.log"))) {
            return lines.count();
        }
    }

    private void drill(String what) {
        var request = HttpRequest.newBuilder(URI.create(stage.platform.drill() + "/" + what))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(Visitor.reply(request).status()).isEqualTo(204);
    }

    private String detail(String service, String part, String name) {
        JsonNode health = readiness(service).json();
        return health.at("/components/" + part + "/details/" + name).asString();
    }

    private Visitor.Reply readiness(String service) {
        return Visitor.reply(
                HttpRequest.newBuilder(URI.create(stage.platform.management(service) + "/actuator/health/readiness"))
                        .build());
    }
}
