package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeterIT extends RunningGateway {
    private static final int MANY = 300;

    /** A request is counted once its last byte is written, which its caller may have read before. */
    private static final Duration COUNTED = Duration.ofSeconds(5);

    private static final List<String> ADDRESSES = List.of(
            "/api/v1/rounds/%s",
            "/api/v1/rounds/%s/agencies/%s/score",
            "/api/v1/rounds/%s/agencies/%s/responses",
            "/api/v1/%s",
            "/%s?%s=%s",
            "/docs/openapi/%s.json",
            "//%s",
            "/api/v1/agencies/%00%s");

    @Test
    void healthIsOnItsOwnPort() {
        assertThat(send(management("/actuator/health")).body()).contains("\"UP\"");
        send(to("/api/v1/rounds").header("Authorization", "Bearer " + ISSUER.token("health")));
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            HttpResponse<String> ready = send(management("/actuator/health/readiness"));
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(json(ready).at("/components/issuer/details/keys").asString())
                    .isEqualTo("known");
            assertThat(json(ready).at("/components/targets/details/scoring").asString())
                    .isEqualTo("can be reached");
            assertThat(json(ready)
                            .at("/components/targets/details/notification")
                            .asString())
                    .startsWith("cannot be reached: ");
        });
        assertThat(send(management("/actuator/env")).statusCode()).isEqualTo(404);
        assertThat(get("/actuator/health").statusCode()).isEqualTo(404);
    }

    @Test
    void metersNameTheDoorAndNeverThePath() {
        get("/api/v1/rounds/r/agencies/imm-metered/score");
        get("/api/v1/rounds/r/agencies/imm-metered/turnout");

        await().atMost(COUNTED).untilAsserted(() -> assertThat(meters())
                .contains("route=\"score\"", "route=\"rounds\"")
                .doesNotContain("imm-metered"));
    }

    @Test
    void metersSayWhatWasPromisedOfARequest() {
        get("/api/v1/rounds/r");
        send(to("/api/v1/rounds/r").method("PUT", BodyPublishers.ofString("{}")));
        send(to("/api/v1/rounds/r/agencies/a/tickets").POST(BodyPublishers.ofString("{}")));
        get("/nowhere");

        await().atMost(COUNTED).untilAsserted(() -> assertThat(
                        names().filter(name -> name.startsWith("prongsai_gateway_requests_seconds_count"))
                                .map(name -> name.replaceAll("(error=\"\\w+\",|,status=\"\\w+\")", "")))
                .contains(
                        "prongsai_gateway_requests_seconds_count{objective=\"reads\",route=\"rounds\"}",
                        "prongsai_gateway_requests_seconds_count{objective=\"none\",route=\"rounds\"}",
                        "prongsai_gateway_requests_seconds_count{objective=\"answers\",route=\"tickets\"}",
                        "prongsai_gateway_requests_seconds_count{objective=\"none\",route=\"none\"}"));
    }

    @Test
    void aCallerWhoLeavesIsNoError() throws IOException, InterruptedException {
        String path = "/api/v1/rounds/left/results.slow";
        double before = aborted();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((opening("GET", path) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(SCORING.asked(path).await(5, TimeUnit.SECONDS)).isTrue();
        }

        await().atMost(COUNTED).until(() -> aborted() > before);
        assertThat(names().filter(line -> line.contains("route=\"results\""))).noneMatch(line -> line.contains("5xx"));
    }

    private Stream<String> names() {
        return meters().lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("jvm_gc"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')));
    }

    @Test
    void noPathMethodIdOrBrokenRequestAddsAMeter() {
        storm("quiet", 40);
        names();
        List<String> before = names().toList();
        storm("stormy", MANY);
        assertThat(names()).containsExactlyInAnyOrderElementsOf(before).noneMatch(name -> name.contains("stormy"));
    }

    private void storm(String word, int requests) {
        IntStream.range(0, requests).parallel().forEach(n -> {
            String id = word + UUID.randomUUID();
            String path = ADDRESSES.get(n % ADDRESSES.size()).replace("%s", id);
            List.of("GET", "POST", "BREW" + n, "DELETE")
                    .forEach(method -> raw(opening(method, path) + "X-Request-Id: " + id + "\r\nX-" + id
                            + ": x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
            raw(id + "\r\n\r\n");
        });
    }

    @Test
    void latencyHasTheBucketsThatObjectivesNeed() {
        get("/api/v1/rounds");
        await().atMost(COUNTED).untilAsserted(() -> assertThat(
                        names().filter(name -> name.startsWith("prongsai_gateway_requests_seconds_bucket")
                                && name.contains("objective=\"reads\",route=\"rounds\"")
                                && name.contains("status=\"2xx\"")))
                .extracting(line -> line.replaceAll(".*le=\"([^\"]*)\".*", "$1"))
                .containsExactly("0.05", "0.15", "0.5", "1.0", "5.0", "+Inf"));
    }

    @Test
    void refusalsAreCountedByReasonAndShownFromTheStart() {
        assertThat(names()).contains("prongsai_gateway_refusals_total{reason=\"service-slow\"}");
        double before = refused("unreadable");
        raw("nonsense\r\n\r\n");
        await().atMost(Duration.ofSeconds(5)).until(() -> refused("unreadable") > before);
    }

    private double aborted() {
        return sum(line -> line.startsWith("prongsai_gateway_requests_seconds_count")
                && line.contains("route=\"results\"")
                && line.contains("status=\"aborted\""));
    }

    private double refused(String reason) {
        return sum(line -> line.startsWith("prongsai_gateway_refusals_total{reason=\"" + reason + "\"}"));
    }

    private double sum(Predicate<String> wanted) {
        return meters().lines()
                .filter(wanted)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
