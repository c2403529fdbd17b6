package org.prongsai.web.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However strange requests are, the meters stay as many as they were. */
class MeterIT {
    private static final int MANY = 300;
    private static final List<String> ADDRESSES = List.of(
            "/api/v1/rounds/%s",
            "/api/v1/rounds/%s/agencies/%s/score",
            "/api/v1/rounds/%s/agencies/%s/responses",
            "/api/v1/%s",
            "/%s?%s=%s",
            "/api/v1/agencies?limit=%s",
            "//%s",
            "/api/v1/rounds/%%00%s");

    private static Sample sample;

    @BeforeAll
    static void start() {
        sample = new Sample();
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void noPathMethodIdOrBrokenRequestAddsAMeter() {
        storm("quiet", 4 * ADDRESSES.size());
        names();
        var before = names();
        storm("stormy", MANY);
        var after = names();
        assertThat(after).containsExactlyInAnyOrderElementsOf(before);
        assertThat(after).noneMatch(line -> line.contains("stormy"));
    }

    @Test
    void latencyHasTheBucketsThatObjectivesNeed() {
        sample.get("/rounds/r");
        await().untilAsserted(() -> assertThat(names())
                .filteredOn(line -> line.startsWith("http_server_requests_seconds_bucket")
                        && line.contains("status=\"200\"")
                        && line.contains("uri=\"/api/v1/rounds/{round}\""))
                .extracting(line -> line.replaceAll(".*le=\"([^\"]*)\".*", "$1"))
                .containsExactly("0.05", "0.15", "0.5", "1.0", "5.0", "+Inf"));
    }

    @Test
    void problemsAreCountedByKindAndPattern() {
        sample.write("POST", "/rounds/r/agencies/imm-chiangmai/responses", "{}");
        await().untilAsserted(() -> assertThat(names())
                .contains("prongsai_problems_total{type=\"invalid-response\","
                        + "uri=\"/api/v1/rounds/{round}/agencies/{agency}/responses\"}"));
    }

    private static void storm(String word, int requests) {
        IntStream.range(0, requests).parallel().forEach(n -> {
            String id = word + UUID.randomUUID();
            String path = ADDRESSES.get(n % ADDRESSES.size()).replace("%s", id).replace("%%", "%");
            List.of("GET", "POST", "BREW" + n, "DELETE").forEach(method -> raw(method + " " + path + " HTTP/1.1", id));
            raw("GET /" + id + " HTTP/9", id);
            raw(id, id);
        });
    }

    private static void raw(String line, String id) {
        try (var socket = new Socket("localhost", URI.create(sample.base).getPort())) {
            socket.getOutputStream()
                    .write((line + "\r\nHost: " + id + "\r\nX-Request-Id: " + id + "\r\nX-" + id
                                    + ": x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException closed) {
            // as a broken request may be answered
        }
    }

    /** Every series without its value, but those of the collector, which come when it first has something to do. */
    private static List<String> names() {
        var port = sample.port("local.management.port");
        return Answer.to("http://localhost:" + port + "/actuator/prometheus", request -> request)
                .raw()
                .body()
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("jvm_gc"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .toList();
    }
}
