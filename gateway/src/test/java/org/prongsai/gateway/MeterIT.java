package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MeterIT extends RunningGateway {
    @Test
    void healthIsOnItsOwnPort() {
        assertThat(send(management("/actuator/health")).body()).contains("\"UP\"");
        assertThat(send(management("/actuator/health/readiness")).statusCode()).isEqualTo(200);
        assertThat(send(management("/actuator/env")).statusCode()).isEqualTo(404);
        assertThat(get("/actuator/health").statusCode()).isEqualTo(404);
    }

    @Test
    void metersNameTheDoorAndNeverThePath() {
        get("/api/v1/rounds/r/agencies/imm-metered/score");
        get("/api/v1/rounds/r/agencies/imm-metered/turnout");

        assertThat(meters()).contains("routeId=\"score\"", "routeId=\"rounds\"").doesNotContain("imm-metered");
    }

    @Test
    void aCallerWhoLeavesIsNoError() throws IOException, InterruptedException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write((opening("GET", "/api/v1/rounds/r/results.slow") + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(SCORING.asked.await(5, TimeUnit.SECONDS)).isTrue();
        }

        Waiting.until(Duration.ofSeconds(5), () -> meters().lines().anyMatch(MeterIT::isIdle));
        assertThat(meters().lines().filter(line -> line.contains("routeId=\"results\"")))
                .noneMatch(line -> line.contains("SERVER_ERROR"));
        assertThat(meters()).doesNotContain("exception=\"AbortedException\",method=\"GET\"");
    }

    private static boolean isIdle(String line) {
        return line.startsWith("http_server_requests_active_seconds_count") && line.endsWith(" 1");
    }

    private String meters() {
        return send(management("/actuator/prometheus")).body();
    }

    /** From the outside world's point of view each scrape comes from another place. */
    private HttpRequest.Builder management(String path) {
        HttpRequest.Builder request = to(path);
        return HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path))
                .header(
                        "X-Forwarded-For",
                        request.build().headers().firstValue("X-Forwarded-For").orElseThrow());
    }
}
