package org.prongsai.bench.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.prongsai.bench.stage.DatabaseSettings;

/** The database's own benchmark, where it is installed. */
record PgbenchCommand(Path program) {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final String THREADS = "2";

    static Optional<PgbenchCommand> find() {
        try (var versions = Files.newDirectoryStream(VERSIONS)) {
            var found = new ArrayList<Path>();
            versions.forEach(version -> found.add(version.resolve("bin").resolve("pgbench")));
            return found.stream().filter(Files::isExecutable).findFirst().map(PgbenchCommand::new);
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    /** How often in a second the statement is run and committed. */
    double rate(DatabaseSettings access, String sql, int clients, Duration lasts) {
        try {
            var script = Files.createTempFile("prongsai-bench-", ".sql");
            try {
                Files.writeString(script, sql.replace('\n', ' ') + ";\n");
                return read(run(access, script, clients, lasts));
            } finally {
                Files.delete(script);
            }
        } catch (IOException e) {
            throw new IllegalStateException("pgbench cannot be run: " + e.getMessage(), e);
        }
    }

    static double read(String said) {
        var rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new IllegalStateException("pgbench gave no rate, but said: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private String run(DatabaseSettings access, Path script, int clients, Duration lasts) throws IOException {
        String[] place = access.address().split(":", 2);
        var builder = new ProcessBuilder(List.of(
                        program.toString(),
                        "--host=" + place[0],
                        "--port=" + place[1],
                        "--username=responses",
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + clients,
                        "--jobs=" + THREADS,
                        "--time=" + lasts.toSeconds(),
                        "--file=" + script,
                        "responses"))
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", access.password());
        var process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.onExit().join();
        return said;
    }
}
