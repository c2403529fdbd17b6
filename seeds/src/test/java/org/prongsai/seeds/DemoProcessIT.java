package org.prongsai.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show: how little memory is enough, and what is left when it is told to end. */
class DemoProcessIT {

    @TempDir
    private Path home;

    @Test
    void manyResponsesNeedLittleMemory() throws IOException, InterruptedException {
        Process process = start("--responses", "200000", "--units", "1000");
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        try (Stream<String> lines = Files.lines(home.resolve("out/responses.ndjson"))) {
            assertThat(lines.count()).isEqualTo(200_000);
        }
        assertThat(said).contains("1,000 units, 200,000 responses");
    }

    /** One unit alone may be as large as a round. */
    @Test
    void neitherDoesOneUnitWithManyResponses() throws IOException, InterruptedException {
        Process process = start("--responses", "200000", "--units", "1", "--profiles", "poor=1");
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void toldToEndItLeavesNoHalfFile() throws IOException, InterruptedException {
        Process process = start("--responses", "13500000");
        Path unfinished = home.resolve("out/responses.ndjson.unfinished");
        Instant patience = Instant.now().plus(Duration.ofMinutes(1));
        while (!(Files.exists(unfinished) && Files.size(unfinished) > 1_000_000)) {
            assertThat(process.isAlive()).isTrue();
            assertThat(Instant.now()).isBefore(patience);
            Thread.onSpinWait();
        }
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(home.resolve("out")).doesNotExist();
    }

    private Process start(String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SeedsCommand.class.getName(),
                "demo",
                "--out",
                home.resolve("out").toString()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
