package org.prongsai.bench.scores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.prongsai.bench.report.ProgressWriter;
import org.prongsai.bench.stage.MemoryReader;
import org.prongsai.bench.stage.PatientJob;
import org.prongsai.bench.stage.StageServer;
import tools.jackson.databind.json.JsonMapper;

/** Has every answer counted again from the log, as {@code ./prongsai recount} does, in a process of its own that is watched. */
record RecountJob(Path home, StageServer stage, ProgressWriter progress) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    Recount measure() {
        progress.say("counting every answer again");
        Path said = stage.data().resolve("logs").resolve("recount.json");
        var process = start(said);
        var peak = new AtomicLong();
        try {
            PatientJob.until(
                    () -> {
                        peak.accumulateAndGet(MemoryReader.peak(process.toHandle()), Math::max);
                        return !process.isAlive();
                    },
                    GLANCE,
                    PATIENCE);
        } finally {
            process.destroy();
        }
        return Recount.of(JSON.readTree(lastLine(said)), peak.get());
    }

    /** By way of the launcher, which alone knows what the scoring service's own settings are. */
    private Process start(Path said) {
        var launcher = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx32m",
                "-Dprongsai.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                "org.prongsai.launcher.LauncherCommand",
                "recount",
                "--json");
        launcher.environment().put("PRONGSAI_DATA", stage.data().toString());
        launcher.environment().put("PRONGSAI_PORT_BASE", String.valueOf(stage.portBase()));
        try {
            return launcher.redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the recount cannot be started", e);
        }
    }

    private static String lastLine(Path said) {
        try {
            var lines = Files.readAllLines(said, StandardCharsets.UTF_8);
            return lines.stream()
                    .filter(line -> line.startsWith("{"))
                    .reduce((one, next) -> next)
                    .orElseThrow(() -> new IllegalStateException("the recount could not run: " + tail(lines)));
        } catch (IOException e) {
            throw new UncheckedIOException("what the recount said cannot be read", e);
        }
    }

    private static String tail(List<String> lines) {
        return lines.isEmpty() ? "it said nothing" : lines.getLast();
    }
}
