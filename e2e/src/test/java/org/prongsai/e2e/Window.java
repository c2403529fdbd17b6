package org.prongsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When both surveys of a round are open: however slow a machine is, nobody need be cut off by the end. */
public final class Window {

    private final Instant from;
    private volatile Instant closes;

    /** Times to the second, which is all that a calendar knows. */
    public Window(Instant from, Instant closes) {
        this.from = from.truncatedTo(ChronoUnit.SECONDS);
        this.closes = closes.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Open by now, and for so long. */
    public static Window of(Duration open) {
        return new Window(Instant.now().minusSeconds(60), Instant.now().plus(open));
    }

    public Instant closes() {
        return closes;
    }

    /** As a property of what a round is opened with. */
    public String calendar() {
        return calendar(closes);
    }

    private String calendar(Instant to) {
        return """
                "calendar":[{"step":"iit","from":"%1$s","to":"%2$s"},{"step":"eit","from":"%1$s","to":"%2$s"}]""".formatted(from, to);
    }

    /** Moves the end away, if it is nearer than that; one that is open cannot be brought nearer. */
    public void keepOpen(Stage stage, String round, Duration margin) {
        var now = Instant.now();
        if (Duration.between(now, closes).compareTo(margin) >= 0) {
            return;
        }
        assertThat(now).as("a window that is closed cannot be moved").isBefore(closes);
        var later = now.plus(margin).plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        await("the window moves").atMost(Duration.between(now, closes)).untilAsserted(() -> {
            var admin = stage.visitor("demo-admin");
            var etag = admin.get("/api/v1/rounds/" + round).header("ETag");
            var reply = admin.put(
                    "/api/v1/rounds/" + round + "/calendar",
                    "application/json",
                    "{" + calendar(later) + "}",
                    "If-Match",
                    etag);
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        });
        closes = later;
    }
}
