package org.prongsai.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local world as a process: it ends by itself when it is of no use, with a sentence for whoever started it. */
class WorldProcessIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path data;

    @Test
    void aRefusalIsASentenceWithoutATrace() throws Exception {
        var world = start(TestWorld.freePort(), Map.of("PRONGSAI_BIND", ""));
        assertThat(world.waitFor(PATIENCE)).isTrue();
        assertThat(world.exitValue()).isEqualTo(1);
        assertThat(output())
                .contains("The local world did not start: server.address (PRONGSAI_BIND) is ''")
                .doesNotContain("\tat ");
    }

    @Test
    void aDatabaseThatCannotStartIsQuotedWithoutATrace() throws Exception {
        new PostgresServer(data, TestWorld.freePort()).start().close();
        Files.writeString(data.resolve("postgres/postgresql.conf"), "there_is_no_such_setting = 1");
        var world = start(TestWorld.freePort(), Map.of());
        assertThat(world.waitFor(PATIENCE)).isTrue();
        assertThat(output())
                .contains("The local world did not start: Postgres ended while starting")
                .contains("there_is_no_such_setting")
                .doesNotContain("\tat ");
    }

    @Test
    @Tag("slow")
    void aWorldWhoseDatabaseDiedEndsAndSaysSo() throws Exception {
        var port = TestWorld.freePort();
        var world = start(port, Map.of());
        try {
            awaitHealth(world, port);
            PostmasterReader.of(data.resolve("postgres"))
                    .orElseThrow()
                    .process()
                    .destroyForcibly();
            assertThat(world.waitFor(PATIENCE)).isTrue();
            assertThat(world.exitValue()).isEqualTo(1);
            assertThat(output()).contains("The local world ends: Postgres has ended, and nobody asked it to");
        } finally {
            world.destroy();
        }
    }

    private Process start(int port, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalWorldApplication.class.getName(),
                        "--prongsai.data=" + data,
                        "--server.port=" + port,
                        "--prongsai.smtp-port=" + TestWorld.freePort(),
                        "--prongsai.postgres-port=" + TestWorld.freePort(),
                        "--prongsai.kafka-port=" + TestWorld.freePort(),
                        "--prongsai.controller-port=" + TestWorld.freePort())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("output").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void awaitHealth(Process world, int port) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isUp(port)) {
            assertThat(world.waitFor(Duration.ofMillis(100))).as(output()).isFalse();
            assertThat(System.nanoTime()).as(output()).isLessThan(deadline);
        }
    }

    private static boolean isUp(int port) throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var health = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health"))
                    .build();
            return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private String output() throws IOException {
        return Files.readString(data.resolve("output"));
    }
}
