package org.prongsai.disclosure.marking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.prongsai.disclosure.DisclosureWorld;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.MountableFile;

/** The same contract on the containers people deploy; skipped, and reported as skipped, where no Docker answers. */
@Testcontainers(disabledWithoutDocker = true)
class ContainersIT extends MarksContract {
    @Container
    static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:18")
            .withCopyFileToContainer(
                    MountableFile.forClasspathResource("containers.sql"), "/docker-entrypoint-initdb.d/roles.sql");

    @Container
    static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.2.1");

    private static DisclosureWorld world;

    @BeforeAll
    static void start(@TempDir Path secrets) throws IOException {
        Files.writeString(secrets.resolve("prongsai.database.disclosure.password"), "runtime");
        Files.writeString(secrets.resolve("prongsai.database.disclosure.owner-password"), "owner");
        var postgres = POSTGRES.getHost() + ":" + POSTGRES.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        world = DisclosureWorld.on(postgres, KAFKA.getBootstrapServers(), secrets);
    }

    @AfterAll
    static void stop() {
        world.service.close();
    }

    @Override
    DisclosureWorld world() {
        return world;
    }
}
