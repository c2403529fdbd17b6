package org.prongsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.seeds.Seeds;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An auditor who does not trust the scoring database, and an operator who makes it again, with the script's commands. */
class RecountJourneyIT {

    private static final String DAMAGE = "update tally set body = replace(body, 'count,e1,5,', 'count,e1,5,9')"
            + " where round = '%s' and agency = 'imm-chiangmai'".formatted(Seeds.OPEN_ROUND);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stage stage = Stage.get();

    @Test
    void what_somebody_changed_in_the_database_is_found_and_made_good() throws Exception {
        var before = await().atMost(PATIENCE)
                .until(this::recount, found -> found.path("waiting").asLong() == 0);
        assertThat(before.path("equal").asBoolean()).isTrue();
        assertThat(before.path("responses").asLong()).isGreaterThan(4000);
        damage();
        var found = recount();
        assertThat(found.path("equal").asBoolean()).isFalse();
        assertThat(found.path("differences").toString()).contains("imm-chiangmai");
        assertThat(found.path("recounted").asString())
                .isNotEqualTo(found.path("live").asString());
        assertThat(run("rebuild")).anyMatch(line -> line.startsWith("Rebuilt in"));
        assertThat(recount().path("equal").asBoolean()).isTrue();
    }

    private JsonNode recount() throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(run("recount", "--json").getLast());
    }

    private List<String> run(String... words) throws IOException, InterruptedException {
        var settings = stage.platform.settings();
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dprongsai.home=" + settings.home(),
                "-jar",
                launcher(settings.home()).toString()));
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PRONGSAI_DATA", settings.data().toString());
        builder.environment()
                .put("PRONGSAI_PORT_BASE", String.valueOf(settings.ports().base()));
        var command = Command.run(builder);
        assertThat(command.exit()).as(command.output()).isLessThan(2);
        return command.output().lines().toList();
    }

    private static Path launcher(Path home) throws IOException {
        try (var files = Files.list(home.resolve("launcher/target"))) {
            return files.filter(file -> file.getFileName().toString().matches("launcher-[0-9].*\\.jar"))
                    .filter(file -> !file.toString().matches(".*-(sources|javadoc)\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void damage() throws IOException, SQLException {
        var secret = stage.platform
                .settings()
                .data()
                .resolve("secrets/scoring-service/prongsai.database.scoring.owner-password");
        var url = "jdbc:postgresql://%s/scoring".formatted(stage.platform.postgres());
        try (var owner = DriverManager.getConnection(
                        url, "scoring_owner", Files.readString(secret).strip());
                var statement = owner.createStatement()) {
            assertThat(statement.executeUpdate(DAMAGE)).isPositive();
        }
    }
}
