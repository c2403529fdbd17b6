package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Operators;
import reactor.netty.channel.AbortedException;
import reactor.util.context.Context;

/** Whoever leaves, however and whenever, is no fault: no line, no stack trace, and no server error in the meters. */
@ExtendWith(OutputCaptureExtension.class)
class LeavingIT extends RunningGateway {
    private static final int EACH = 10;
    private static final Duration QUIET = Duration.ofSeconds(1);
    private double seen;
    private long since;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/rounds/r/agencies/a/responses",
                "/api/v1/rounds/r/agencies/a/tickets/left",
                "/api/v1/agencies/imports",
                "/api/v1/rounds/r/agencies/a/score/slow",
                "/api/v1/log/slow",
                "/api/v1/people"
            })
    void leavesNoTrace(String path, CapturedOutput log) throws IOException {
        double before = ended("aborted");
        double all = ended("") + 5 * EACH;
        double errors = ended("5xx");
        int lines = log.getAll().length();
        for (int n = 0; n < EACH; n++) {
            leave(path, "Content-Length: 100\r\n\r\nhalf of it", true);
            leave(path, "Content-Length: 100\r\n\r\nhalf of it", false);
            leave(path, "Transfer-Encoding: chunked\r\n\r\n5\r\nhalf ", true);
            leave(path, "Expect: 100-continue\r\nContent-Length: 100\r\n\r\n", true);
            leave(path, "Content-Length: 2\r\n\r\n{}", true);
        }
        await().atMost(Duration.ofSeconds(8)).until(() -> ended("aborted") > before && settled(all));
        assertThat(ended("5xx")).isEqualTo(errors);
        assertThat(log.getAll().substring(lines)).doesNotContain("WARN", "ERROR", "Exception", "\tat ");
    }

    @Test
    void whatFailsWhenNobodyListensAnyMoreIsOneLineUnlessItsCallerHasLeft() {
        List<ILoggingEvent> lines = new ArrayList<>();
        var written = new AppenderBase<ILoggingEvent>() {
            private final Thread mine = Thread.currentThread();

            @Override
            protected void append(ILoggingEvent event) {
                if (Thread.currentThread() == mine) lines.add(event);
            }
        };
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        written.start();
        root.addAppender(written);
        try {
            Operators.onErrorDropped(new AbortedException("Connection has been closed"), Context.empty());
            assertThat(lines).isEmpty();
            Operators.onErrorDropped(new IllegalStateException("too late"), Context.empty());
        } finally {
            root.detachAppender(written);
        }
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage())
                    .isEqualTo("An answer broke off: java.lang.IllegalStateException: too late");
            assertThat(line.getThrowableProxy()).as("a stack trace").isNull();
        });
    }

    private void leave(String path, String rest, boolean reset) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            if (reset) {
                socket.setSoLinger(true, 0);
            }
            socket.getOutputStream().write((opening("POST", path) + rest).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
    }

    /** Whether all have left, or for a while nobody has: a reset may overtake what was sent before it. */
    private boolean settled(double all) {
        double now = ended("");
        if (now != seen) {
            seen = now;
            since = System.nanoTime();
        }
        return now >= all || System.nanoTime() - since > QUIET.toNanos();
    }

    private double ended(String status) {
        return List.of(meters().split("\n")).stream()
                .filter(line -> line.startsWith("prongsai_gateway_requests_seconds_count")
                        && !line.contains("route=\"none\"")
                        && line.contains("status=\"" + status))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
