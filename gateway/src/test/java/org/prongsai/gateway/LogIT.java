package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What the gateway writes down: each line one JSON object, with the id of the request that failed, and of answers nothing. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"PRONGSAI_LOG_FORMAT=ecs", "management.server.port=0"})
class LogIT extends Calling {
    private static final String UNIT = "/api/v1/rounds/r/agencies/imm-logged";

    @DynamicPropertySource
    static void nobodyIsThere(DynamicPropertyRegistry registry) {
        registry.add("prongsai.services.at.assessment", AbsentServer::base);
        registry.add("prongsai.services.at.scoring", AbsentServer::base);
    }

    @Test
    void everyLineIsAnObjectThatNamesServiceAndRequestAndNobody(CapturedOutput log) {
        send(to(UNIT + "/score").header("X-Request-Id", "journey-0002"));
        send(to(UNIT + "/responses").header("X-Request-Id", "journey-0003").POST(BodyPublishers.ofString("{}")));
        send(to(UNIT + "/nowhere").header("X-Request-Id", "journey-0004"));
        var lines = log.getOut()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(EchoServer.JSON::readTree)
                .toList();
        assertThat(lines)
                .isNotEmpty()
                .extracting(line -> line.at("/service/name").asString())
                .containsOnly("gateway");
        assertThat(lines)
                .filteredOn(line -> line.path("requestId").asString("").equals("journey-0002"))
                .singleElement()
                .extracting(line -> line.path("message").asString())
                .asString()
                .startsWith("service-away: ");
        assertThat(lines).extracting(JsonNode::toString).noneMatch(line -> line.contains("imm-logged"));
        assertThat(log.getAll()).doesNotContain("journey-0003");
    }
}
