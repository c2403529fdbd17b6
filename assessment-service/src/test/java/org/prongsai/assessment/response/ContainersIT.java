package org.prongsai.assessment.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.pool.Office;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.MountableFile;

/** The same intake on the containers people deploy; skipped, and reported as skipped, where no Docker answers. */
@Testcontainers(disabledWithoutDocker = true)
class ContainersIT {

    @Container
    static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:18")
            .withCopyFileToContainer(
                    MountableFile.forClasspathResource("containers.sql"), "/docker-entrypoint-initdb.d/roles.sql");

    @Container
    static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.2.1");

    @Test
    void answers_are_taken_released_and_told(@TempDir Path secrets) throws IOException {
        for (String database : new String[] {"assessment", "responses"}) {
            Files.writeString(secrets.resolve("prongsai.database." + database + ".password"), "runtime");
            Files.writeString(secrets.resolve("prongsai.database." + database + ".owner-password"), "owner");
        }
        String postgres = POSTGRES.getHost() + ":" + POSTGRES.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        var world = AssessmentWorld.on(postgres, KAFKA.getBootstrapServers(), secrets);
        try (var _ = world.context()) {
            take(world);
        }
    }

    private static void take(AssessmentWorld world) {
        var office = Office.open(
                world,
                "imm-container",
                Instant.now().minusSeconds(60),
                Instant.now().plusSeconds(3600),
                false);
        assertThat(office.visit(0, 12)).containsOnly(201);
        assertThat(office.released(5)).allSatisfy(r -> assertThat(r.added()).hasSizeGreaterThanOrEqualTo(5));
    }
}
