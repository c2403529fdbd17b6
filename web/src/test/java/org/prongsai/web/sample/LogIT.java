package org.prongsai.web.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written down of requests: each line one JSON object, with the id of the request that failed. */
@ExtendWith(OutputCaptureExtension.class)
class LogIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void everyLineIsAnObjectThatNamesServiceAndRequestAndNobody(CapturedOutput log) {
        try (var sample = new Sample("--PRONGSAI_LOG_FORMAT=ecs", "--spring.application.name=sample-service")) {
            sample.get("/rounds/r");
            sample.get("/broken", "X-Request-Id", "given-id-1");
            sample.get("/database", "X-Request-Id", "given-id-2");
            sample.write("POST", "/rounds/r/agencies/imm-chiangmai/responses", "{}", "X-Request-Id", "given-id-3");
        }
        // Until the service has set how it writes, others of this JVM write as they did before.
        var lines = log.getOut()
                .lines()
                .dropWhile(line -> !line.startsWith("{"))
                .map(JSON::readTree)
                .toList();
        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(
                        line.at("/service/name").asString())
                .isEqualTo("sample-service"));
        assertThat(about(lines, "given-id-1"))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.path("message").asString()).isEqualTo("unexpected at GET /api/v1/broken"))
                .satisfies(line -> assertThat(line.at("/error/stack_trace").asString())
                        .contains("SampleEndpoint")
                        .doesNotContain("HTTP GET"));
        assertThat(about(lines, "given-id-2")).singleElement().satisfies(line -> assertThat(
                        line.path("message").asString())
                .startsWith("unavailable at GET /api/v1/database: ")
                .doesNotContain("Failed to obtain"));
        assertThat(log.getAll()).doesNotContain("given-id-3", "imm-chiangmai", "127.0.0.1:");
    }

    @Test
    void aPersonReadsLinesWithTheIdOfARequestThatFailed(CapturedOutput log) {
        try (var sample = new Sample()) {
            sample.get("/broken", "X-Request-Id", "given-id-4");
        }
        assertThat(log.getOut().lines())
                .anyMatch(
                        line -> line.contains("ERROR") && line.contains("[given-id-4] ") && line.contains("unexpected"))
                .noneMatch(line -> line.contains("[] "));
    }

    private static List<JsonNode> about(List<JsonNode> lines, String id) {
        return lines.stream()
                .filter(line -> id.equals(line.path("requestId").asString()))
                .toList();
    }
}
