package org.prongsai.e2e.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.prongsai.e2e.Visitor;
import tools.jackson.databind.JsonNode;

/** Sends as a browser does: what got no answer is sent again, word for word, a little later each time. */
final class AnswerClient {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long FIRST_WAIT = Duration.ofMillis(250).toNanos();
    private static final long LONGEST_WAIT = Duration.ofSeconds(2).toNanos();
    private static final int NO_REPLY = 0;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String gateway;
    private final Counted counted;
    private final AtomicBoolean over;

    /** @param over becomes true when nobody need wait for an answer any more */
    AnswerClient(String gateway, Counted counted, AtomicBoolean over) {
        this.gateway = gateway;
        this.counted = counted;
        this.over = over;
    }

    /**
     * What came back in the end.
     *
     * @param lost how often a reply was lost before; what was sent then may still arrive
     */
    record Reply(int status, String body, int lost) {

        boolean taken() {
            return status == 200 || status == 201;
        }

        boolean refused() {
            return status == 422 && !closed();
        }

        /** Neither taken nor refused, because nobody heard of it or because it came too late. */
        boolean unknown() {
            return !given() || closed();
        }

        private boolean given() {
            return status != NO_REPLY && status != 429 && status < 500;
        }

        boolean closed() {
            return status == 422 && body.contains("/problems/window-closed");
        }

        JsonNode json() {
            return Visitor.JSON.readTree(body);
        }
    }

    /** @param patient whether it is sent again after a reply was lost */
    Reply send(String path, String body, boolean patient) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        int lost = 0;
        for (int attempt = 0; ; attempt++) {
            var response = send(request);
            int status = response == null ? NO_REPLY : response.statusCode();
            var reply = new Reply(status, response == null ? "" : response.body(), lost);
            counted.status(status);
            if (reply.given()) {
                counted.answered.increment();
                return reply;
            }
            if (status == 500) {
                counted.surprise("500 " + reply.body());
            }
            lost += status == 429 ? 0 : 1;
            if (over.get() || (!patient && lost > 0)) {
                counted.givenUp.increment();
                return reply;
            }
            LockSupport.parkNanos(wait(attempt, response));
        }
    }

    private @Nullable HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As long as was asked for, else longer each time; never the same for all, or they would all come back at once. */
    private static long wait(int attempt, @Nullable HttpResponse<String> response) {
        long asked = response == null
                ? 0
                : Duration.ofSeconds(response.headers()
                                .firstValueAsLong("Retry-After")
                                .orElse(0))
                        .toNanos();
        long longer = Math.min(LONGEST_WAIT, FIRST_WAIT << Math.min(attempt, 10));
        return Math.min(2 * LONGEST_WAIT, Math.max(asked, longer))
                + ThreadLocalRandom.current().nextLong(FIRST_WAIT);
    }
}
