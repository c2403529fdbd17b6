package org.prongsai.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Whatever a server does, every request is counted once. */
class LoadClientIT {

    private final AtomicLong sent = new AtomicLong();
    private final Requests requests = into -> {
        sent.incrementAndGet();
        into.put("POST /x HTTP/1.1\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    };

    @Test
    void refusalsAndLostConnectionsAreCountedAndTheLoadGoesOn() throws IOException {
        try (var server = new MoodyServer()) {
            var measured = LoadClient.run(
                    "moody", server.address(), requests, 8, Duration.ofMillis(500), answers -> assertThat(answers)
                            .isNotNegative());
            assertThat(measured.statuses()).containsOnlyKeys(Measured.LOST, 201, 503);
            assertThat(measured.statuses().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(sent.get());
            assertThat(measured.statuses().get(201))
                    .isGreaterThan(3 * measured.statuses().get(503));
            assertThat(measured.rate()).isGreaterThan(100);
            assertThat(measured.micros().getTotalCount()).isEqualTo(measured.accepted());
        }
    }

    @Test
    void aServerThatIsNotThereEndsTheRun() throws IOException {
        URI gone;
        try (var server = new MoodyServer()) {
            gone = server.address();
        }
        assertThatThrownBy(() -> LoadClient.run("gone", gone, requests, 1, Duration.ofSeconds(1), answers -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be reached");
    }
}
