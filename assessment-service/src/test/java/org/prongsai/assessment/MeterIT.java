package org.prongsai.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prongsai.assessment.pool.Office;
import org.prongsai.contracts.EventJson;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** What operators see of answers: how many and how fast, in all; never whose. */
@ExtendWith(OutputCaptureExtension.class)
class MeterIT {

    private static final int MANY = 300;

    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void answers_are_counted_by_what_became_of_them_and_refusals_by_their_kind() {
        var office = Office.open("imm-metered-" + System.nanoTime());
        double first = value("prongsai_responses_total{fate=\"first\"}");
        double changed = value("prongsai_responses_total{fate=\"changed\"}");
        double repeated = value("prongsai_responses_total{fate=\"repeated\"}");
        double commits = value("prongsai_intake_commit_seconds_count{outcome=\"done\"}");
        office.submit(1, 0);
        office.submit(1, 0);
        office.submit(1, 1);
        office.submit("{\"instrument\":\"eit\",\"part\":\"1\",\"answers\":{}}");
        assertThat(value("prongsai_responses_total{fate=\"first\"}")).isGreaterThanOrEqualTo(first + 1);
        assertThat(value("prongsai_responses_total{fate=\"changed\"}")).isGreaterThanOrEqualTo(changed + 1);
        assertThat(value("prongsai_responses_total{fate=\"repeated\"}")).isGreaterThanOrEqualTo(repeated + 1);
        assertThat(value("prongsai_intake_commit_seconds_count{outcome=\"done\"}"))
                .isGreaterThan(commits);
        assertThat(value("prongsai_problems_total{type=\"invalid-response\","
                        + "uri=\"/api/v1/rounds/{round}/agencies/{agency}/responses\"}"))
                .isPositive();
    }

    @Test
    void whoever_answers_adds_no_meter_and_no_line(CapturedOutput log) {
        var office = Office.open("imm-quiet-" + System.nanoTime());
        office.visit(0, 20);
        storm(office, 40);
        names();
        var before = names();
        int lines = log.getAll().length();
        storm(office, MANY);
        assertThat(names()).containsExactlyInAnyOrderElementsOf(before).noneMatch(name -> name.contains("imm-"));
        assertThat(log.getAll().substring(lines)).doesNotContain("imm-quiet", "storm", office.round());
    }

    private void storm(Office office, int requests) {
        IntStream.range(0, requests).parallel().forEach(n -> {
            String id = "storm-" + UUID.randomUUID();
            switch (n % 5) {
                case 0 -> office.submit(1000 + n, n % 3);
                case 1 -> new Office(id, office.agency()).submit(n, 0);
                case 2 -> new Office(office.round(), id).submit(n, 0);
                case 3 -> world.get("/api/v1/receipts/" + id);
                default -> office.submit("{\"instrument\":\"" + id + "\"");
            }
        });
    }

    @Test
    void readiness_says_how_databases_inboxes_and_outboxes_are() {
        JsonNode health = EventJson.MAPPER.readTree(page("/actuator/health/readiness"));
        assertThat(health.path("status").asString()).isEqualTo("UP");
        var parts = health.path("components");
        assertThat(parts.at("/postgresHealth/details").propertyNames())
                .containsExactlyInAnyOrder("assessment", "responses", "tickets");
        assertThat(parts.at("/outboxes/details").propertyNames()).containsExactlyInAnyOrder("assessment", "responses");
        assertThat(parts.at("/inboxes/status").asString()).isEqualTo("UP");
    }

    @Test
    void what_keeps_answers_moving_is_on_show_from_the_start() {
        assertThat(List.of(
                        "prongsai_pool_waiting",
                        "prongsai_drain_overdue",
                        "prongsai_drain_age_seconds",
                        "prongsai_release_age_seconds"))
                .allSatisfy(name -> assertThat(value(name)).isNotNegative());
        // Others count turnout of days far ahead, so its age may be any.
        assertThat(page("/actuator/prometheus")).contains("prongsai_turnout_age_seconds ");
        assertThat(value("prongsai_drain_age_seconds")).isLessThan(60);
        assertThat(value("prongsai_release_age_seconds")).isLessThan(60);
    }

    private double value(String series) {
        return page("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(0);
    }

    private List<String> names() {
        return page("/actuator/prometheus")
                .lines()
                .filter(line ->
                        !line.startsWith("#") && line.matches("(http|prongsai|spring|logback|executor|tasks).*"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .toList();
    }

    private String page(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(world.managementUrl() + path)).build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
