package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prongsai.contracts.assessment.PopulationRegistered;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same service on the images that production runs; needs Docker. */
@Testcontainers(disabledWithoutDocker = true)
class ContainersIT {

    @Container
    private static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:18")
            .withDatabaseName("scoring")
            .withUsername("scoring_owner")
            .withPassword("owner");

    @Container
    private static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.2.1");

    @TempDir
    private static Path secrets;

    @Test
    void released_answers_become_a_score() throws IOException, InterruptedException {
        var made = POSTGRES.execInContainer(
                "psql", "-U", "scoring_owner", "-d", "scoring", "-c", "create role scoring login password 'runtime'");
        assertThat(made.getExitCode()).describedAs(made.getStderr()).isZero();
        Files.writeString(secrets.resolve("prongsai.database.scoring.password"), "runtime");
        Files.writeString(secrets.resolve("prongsai.database.scoring.owner-password"), "owner");
        var address = POSTGRES.getHost() + ":" + POSTGRES.getMappedPort(5432);
        try (var stage = new Stage(address, KAFKA.getBootstrapServers(), secrets.toString())) {
            score(stage);
        }
    }

    private static void score(Stage stage) {
        var setting = new Setting(stage, "containers", Sample.FUTURE)
                .framework()
                .units(1)
                .opened();
        var unit = setting.unit(1);
        stage.tell(new PopulationRegistered("containers", unit, 40, 400));
        stage.tell(Sample.release("containers", unit, "eit", Sample.times(30, Sample.GOOD), List.of()));
        stage.tell(
                Sample.release("containers", unit, "eit", Sample.times(10, Sample.BAD), Sample.times(5, Sample.GOOD)));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(stage.score("containers", unit).text("/instruments/1/score"))
                        .isEqualTo("71.43"));
    }
}
