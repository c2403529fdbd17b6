package org.prongsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whoever is woken finds what to do, and whoever looks at a dashboard what it means. */
class RunbookTest {

    private static final Path HOME = Path.of("..");
    private static final Pattern ALERT = Pattern.compile("(?s) - alert: (\\w+)\n(.*?)(?= - alert: | - name: |$)");

    @Test
    void every_alert_says_how_urgent_it_is_what_it_means_and_what_to_do() throws IOException {
        String guide = Files.readString(HOME.resolve("docs/operations.md"));
        var anchors = guide.lines()
                .filter(line -> line.startsWith("#"))
                .map(RunbookTest::anchor)
                .toList();
        var alerts = ALERT.matcher(Files.readString(HOME.resolve("ops/prometheus/rules/alerts.yml")))
                .results()
                .toList();
        assertThat(alerts).hasSizeGreaterThan(20).allSatisfy(alert -> {
            String text = alert.group(2);
            assertThat(text)
                    .as(alert.group(1))
                    .containsPattern("severity: (page|ticket)")
                    .containsPattern("summary: \"\\S.*\"")
                    .containsPattern("(?s)description: >-\\s+\\S");
            var link = Pattern.compile("runbook: docs/operations.md#(\\S+)").matcher(text);
            assertThat(link.find()).as(alert.group(1)).isTrue();
            assertThat(anchors).contains(link.group(1));
            assertThat(guide).contains("`" + alert.group(1) + "`");
        });
    }

    /** That it does not fire is tried with something that is nearly wrong, in the same files. */
    @Test
    void every_alert_is_tried_both_when_it_must_fire_and_when_it_must_not() throws IOException {
        String tried = tried();
        var alerts = ALERT.matcher(Files.readString(HOME.resolve("ops/prometheus/rules/alerts.yml")));
        assertThat(alerts.results().map(alert -> alert.group(1))).allSatisfy(alert -> assertThat(tried)
                .containsPattern(alert + "\",alertstate=\"firing\"}\\)', eval_time: \\w+, exp_samples: \\[\\{")
                .containsPattern(alert + "\",alertstate=\"firing\"}\\)', eval_time: \\w+, exp_samples: \\[]"));
    }

    /** Alertmanager compares labels: an alert that does not say of which service it is would be told all the same. */
    @Test
    void of_alerts_that_are_held_back_while_a_service_is_down_it_is_tried_that_they_name_theirs() throws IOException {
        var held = Pattern.compile("target_matchers: \\['(.+)']\n +equal: \\[service]")
                .matcher(read(HOME.resolve("ops/alertmanager/alertmanager.yml")));
        assertThat(held.find()).isTrue();
        assertThat(tried())
                .contains("count by (service) (ALERTS{" + held.group(1) + ",alertstate=\"firing\"})', eval_time: 50m");
    }

    private static String tried() throws IOException {
        try (Stream<Path> files = Files.list(HOME.resolve("ops/prometheus/tests"))) {
            return files.map(RunbookTest::read).collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a page of the repository names its headings. */
    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\w\\- ]", "")
                .replace(' ', '-');
    }

    @ParameterizedTest
    @ValueSource(strings = {"overview.json", "intake-deadline-day.json"})
    void every_panel_asks_a_question_and_says_what_its_answer_means(String file) throws IOException {
        String text = Files.readString(HOME.resolve("ops/grafana").resolve(file));
        var panels = Visitor.JSON
                .readTree(text)
                .path("panels")
                .valueStream()
                .filter(panel -> panel.has("targets"))
                .toList();
        assertThat(panels).hasSizeGreaterThan(15).allSatisfy(panel -> {
            assertThat(panel.path("title").asString()).endsWith("?");
            assertThat(panel.path("description").asString())
                    .as(panel.path("title").asString())
                    .endsWith(".");
            var field = panel.at("/fieldConfig/defaults");
            assertThat(field.path("unit").asString()).isNotBlank();
            assertThat(field.at("/thresholds/steps").isEmpty()).isFalse();
        });
        assertThat(sources(Visitor.JSON.readTree(text)))
                .as("data sources: the one that is chosen, wherever the dashboard is")
                .containsOnly("${datasource}");
        assertThat(panels.stream().map(panel -> panel.path("gridPos").toString()))
                .doesNotHaveDuplicates();
    }

    private static List<String> sources(JsonNode node) {
        return Stream.concat(
                        node.at("/datasource/uid").asString("").isEmpty()
                                ? Stream.empty()
                                : Stream.of(node.at("/datasource/uid").asString()),
                        node.valueStream().flatMap(child -> sources(child).stream()))
                .toList();
    }
}
