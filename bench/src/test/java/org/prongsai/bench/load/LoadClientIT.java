package org.prongsai.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Whatever a server does, every request is counted once. */
class LoadClientIT {

    /** Of fewer answers those of connections that have only begun would be too large a share. */
    private static final int ENOUGH = 500;

    private final AtomicLong sent = new AtomicLong();
    private final Requests requests = into -> {
        sent.incrementAndGet();
        into.put("POST /x HTTP/1.1\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    };

    @Test
    void refusalsAndLostConnectionsAreCountedAndTheLoadGoesOn() throws IOException {
        try (var server = new MoodyServer()) {
            var lasts = Duration.ofMillis(500);
            var measured = run(server, lasts);
            while (measured.accepted() + measured.others() < ENOUGH) {
                lasts = lasts.multipliedBy(2);
                measured = run(server, lasts);
            }
            assertThat(measured.statuses()).containsOnlyKeys(Measured.LOST, 201, 503);
            assertThat(measured.accepted() + measured.others()).isEqualTo(sent.get());
            assertThat(measured.statuses().get(201))
                    .isGreaterThan(3 * measured.statuses().get(503));
            assertThat(measured.rate() * lasts.toMillis() / 1000).isGreaterThan(sent.get() / 2.0);
            assertThat(measured.micros().getTotalCount()).isEqualTo(measured.accepted());
        }
    }

    private Measured run(MoodyServer server, Duration lasts) {
        sent.set(0);
        return LoadClient.run("moody", server.address(), requests, 8, lasts, answers -> assertThat(answers)
                .isNotNegative());
    }

    @Test
    void aServerThatIsNotThereEndsTheRun() throws IOException {
        try (var held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var gone = URI.create("http://localhost:" + held.getLocalPort());
            assertThatThrownBy(() -> LoadClient.run("gone", gone, requests, 1, Duration.ofSeconds(1), answers -> {}))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("cannot be reached");
        }
    }
}
