package org.prongsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prongsai.seeds.Seeds;
import tools.jackson.databind.JsonNode;

/** Whatever an operator may look at shows something, and whatever may wake one can: asked of a Prometheus that scrapes the platform. */
class OperationsIT {

    /** Which queries may show nothing, and why that is right. */
    private static final Map<String, String> MAY_BE_EMPTY = Map.of(
            "status=\"5xx\"", "no request failed",
            "prongsai_turnout_age_seconds", "before six in Bangkok a new platform has not counted any",
            "prongsai_tickets_commit_seconds_bucket", "nobody has exchanged a code");

    /** There is such a rule's result only while too much is missed. */
    private static final String BURNS = "prongsai:burns_";

    private static final Pattern METER = Pattern.compile("\\b(prongsai[a-z0-9_:]+|jvm_[a-z_]+|up|process_[a-z_]+)\\b");
    private static final Pattern STRINGS = Pattern.compile("\"[^\"]*\"");
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private final Stage stage = Stage.get();

    @TempDir
    private Path folder;

    @Test
    void the_configuration_and_the_rules_hold_their_own_tests() throws IOException, InterruptedException {
        promtool("check", "config", "prometheus.yml");
        promtool("check", "config", "local.yml");
        promtool("test", "rules", "tests/causes.yml");
    }

    /** Of hours and days: promtool takes a minute for them. */
    @Test
    @Tag("slow")
    void so_do_rules_of_what_burns_for_a_while() throws IOException, InterruptedException {
        promtool("test", "rules", "tests/promises.yml", "tests/lasting.yml");
    }

    private static void promtool(String... arguments) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(List.of(PrometheusServer.program("promtool").toString()));
        command.addAll(List.of(arguments));
        var check = Command.run(new ProcessBuilder(command)
                .directory(PrometheusServer.FILES.toFile())
                .redirectErrorStream(true));
        assertThat(check.exit()).as(check.output()).isZero();
    }

    @Test
    void every_panel_and_every_rule_finds_what_it_asks_for() throws IOException {
        var panels = panels();
        try (var prometheus = PrometheusServer.watching(stage, folder)) {
            await().atMost(Duration.ofSeconds(30)).until(prometheus::isReady);
            await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> {
                traffic();
                assertThat(panels.stream()
                                .filter(query -> MAY_BE_EMPTY.keySet().stream().noneMatch(query::contains))
                                .filter(query -> !prometheus.shows(query)))
                        .as("queries of panels that show nothing")
                        .isEmpty();
                rules(prometheus);
            });
            panels.forEach(prometheus::query);
            quiet(prometheus);
            described(prometheus.names());
        }
    }

    private static void rules(PrometheusServer prometheus) {
        var rules = prometheus.rules().toList();
        assertThat(rules).hasSizeGreaterThan(50).allSatisfy(rule -> {
            assertThat(rule.path("lastError").asString("")).as("%s", rule).isEmpty();
            assertThat(meters(rule.path("query").asString()))
                    .as("%s", rule)
                    .filteredOn(name -> !name.startsWith(BURNS))
                    .allMatch(prometheus::knows);
        });
        assertThat(rules.stream()
                        .filter(rule -> rule.path("type").asString().equals("recording"))
                        .map(rule -> rule.path("name").asString())
                        .filter(name -> !name.startsWith(BURNS)))
                .allMatch(prometheus::shows);
    }

    private static void quiet(PrometheusServer prometheus) {
        assertThat(prometheus
                        .rules()
                        .filter(rule -> rule.path("state").asString("").equals("firing"))
                        .map(rule -> rule.path("name").asString()))
                .as("alerts that fire while all is well")
                .isEmpty();
    }

    private static List<String> meters(String expression) {
        return METER.matcher(STRINGS.matcher(expression).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /** The table of meters says what there is, and nothing else. */
    private static void described(List<String> exposed) throws IOException {
        var table = Pattern.compile("(?m)^\\| `(prongsai_\\w+)` \\|")
                .matcher(Files.readString(HOME.resolve("docs/operations.md")))
                .results()
                .map(row -> row.group(1))
                .toList();
        var ours = exposed.stream()
                .filter(name -> name.startsWith("prongsai_"))
                .map(name -> name.replaceAll("_(bucket|count|sum|max)$", ""))
                .distinct()
                .toList();
        assertThat(table)
                .as("meters in docs/operations.md")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(ours);
    }

    /** Somebody answers, somebody answers badly, somebody asks for a ticket, and people read. */
    private void traffic() {
        var respondents = new Respondents(stage.visitor(""), Seeds.OPEN_ROUND, "imm-chiangmai");
        for (int n = 0; n < 15; n++) {
            assertThat(respondents.submit(respondents.body(n % 3)).status()).isEqualTo(201);
        }
        respondents.submit("{\"instrument\":\"eit\",\"part\":\"1\",\"answers\":{}}");
        String unit = "/api/v1/rounds/" + Seeds.OPEN_ROUND + "/agencies/imm-chiangmai";
        stage.visitor("").post(unit + "/tickets", "application/json", "{\"invitation\":\"0000\"}");
        stage.visitor("").get("/api/v1/rounds");
        stage.visitor("").get("/api/v1/agencies");
        stage.visitor("demo-auditor").get(unit + "/score");
        stage.visitor("").get("/nowhere");
    }

    /** The queries of all panels of all dashboards, as Grafana would ask them. */
    private static List<String> panels() throws IOException {
        try (Stream<Path> files = Files.list(HOME.resolve("ops/grafana"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .flatMap(file -> read(file).path("panels").valueStream())
                    .flatMap(OperationsIT::queries)
                    .distinct()
                    .toList();
        }
    }

    private static Stream<String> queries(JsonNode panel) {
        return panel.path("targets")
                .valueStream()
                .map(target -> target.path("expr").asString().replace("$__rate_interval", "1m"));
    }

    private static JsonNode read(Path file) {
        return Visitor.JSON.readTree(file.toFile());
    }
}
