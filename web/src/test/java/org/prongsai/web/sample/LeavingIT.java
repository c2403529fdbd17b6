package org.prongsai.web.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whoever leaves, however and whenever, is no fault: no line, no stack trace, and no server error in the meters. */
@ExtendWith(OutputCaptureExtension.class)
class LeavingIT {
    private static final int EACH = 10;
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final List<String> REST = List.of(
            "Content-Length: 100\r\n\r\n{\"half",
            "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"k\"",
            "Expect: 100-continue\r\nContent-Length: 100\r\n\r\n",
            "Content-Length: 8\r\n\r\n{\"k\": 5}");

    private static Sample sample;
    private long seen;
    private long since;

    @BeforeAll
    static void start() {
        sample = new Sample();
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/rounds",
                "POST /api/v1/rounds/r/agencies/imm-chiangmai/responses",
                "POST /api/v1/people",
                "PUT /api/v1/rounds/r/calendar"
            })
    void leavesNoTrace(String line, CapturedOutput log) throws IOException {
        long before = ended();
        long all = before + 2L * EACH * REST.size();
        for (int n = 0; n < EACH; n++) {
            for (String rest : REST) {
                leave(line, rest, true);
                leave(line, rest, false);
            }
        }
        Awaitility.await().until(() -> ended() > before && settled(all));
        assertThat(ended("SERVER_ERROR")).isZero();
        assertThat(log).doesNotContain("WARN", "ERROR", "Exception", "\tat ");
    }

    private void leave(String line, String rest, boolean reset) throws IOException {
        try (var socket = new Socket("localhost", URI.create(sample.base).getPort())) {
            if (reset) socket.setSoLinger(true, 0);
            var request = line + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: "
                    + sample.as("admin")[1] + "\r\n" + rest;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Whether all have left, or for a while nobody has: a reset may overtake what was sent before it. */
    private boolean settled(long all) {
        long now = ended();
        if (now != seen) {
            seen = now;
            since = System.nanoTime();
        }
        return now >= all || System.nanoTime() - since > QUIET.toNanos();
    }

    private static long ended() {
        return ended("UNKNOWN") + ended("SUCCESS") + ended("CLIENT_ERROR");
    }

    private static long ended(String outcome) {
        return sample
                .service
                .getBean(MeterRegistry.class)
                .find("http.server.requests")
                .tag("outcome", outcome)
                .timers()
                .stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }
}
