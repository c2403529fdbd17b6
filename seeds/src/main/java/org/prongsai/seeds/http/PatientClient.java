package org.prongsai.seeds.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends a request again while the other side is starting or busy, for as long as the back-off allows. */
final class PatientClient implements AutoCloseable {

    static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);

    /** A busy moment that nobody need hear of. */
    private static final Duration UNNOTICED = Duration.ofSeconds(2);

    private static final Duration LONGEST_HINT = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Backoff backoff;
    private final Consumer<String> waiting;

    /** @param waiting told once, and soon, when somebody would otherwise wait without knowing for what */
    PatientClient(Backoff backoff, Consumer<String> waiting) {
        this.backoff = backoff;
        this.waiting = waiting;
    }

    Reply send(HttpRequest request, Set<Integer> passing) {
        long start = System.nanoTime();
        boolean told = false;
        for (int attempt = 0; ; attempt++) {
            Attempt last = attempt(request);
            if (last.settled(passing)) return last.reply(request);
            Duration delay = last.delay(backoff.before(attempt));
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (!backoff.allows(waited, delay)) return last.giveUp(request);
            if (!told && (last.silent() || waited.plus(delay).compareTo(UNNOTICED) > 0)) {
                waiting.accept(last.reason(request, backoff.patience()));
                told = true;
            }
            pause(delay);
        }
    }

    private Attempt attempt(HttpRequest request) {
        try {
            return new Attempt(http.send(request, BodyHandlers.ofString()), null);
        } catch (IOException failed) {
            return new Attempt(null, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unreachable("stopped while waiting for " + request.uri(), stopped);
        }
    }

    private static void pause(Duration delay) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS))
                .join();
    }

    @Override
    public void close() {
        http.close();
    }

    private record Attempt(
            @Nullable HttpResponse<String> response,
            @Nullable IOException failure) {

        boolean settled(Set<Integer> passing) {
            return response != null && !passing.contains(response.statusCode());
        }

        Duration delay(Duration usual) {
            return response == null
                    ? usual
                    : response.headers()
                            .firstValue("Retry-After")
                            .filter(text -> text.matches("\\d{1,4}"))
                            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                            .filter(hint -> hint.compareTo(usual) > 0)
                            .map(hint -> hint.compareTo(LONGEST_HINT) > 0 ? LONGEST_HINT : hint)
                            .orElse(usual);
        }

        Reply reply(HttpRequest request) {
            if (response == null)
                throw new Unreachable(
                        "%s was not answered: %s%n  Is the platform running? ./prongsai up starts it; --gateway and --token-endpoint name another one."
                                .formatted(name(request), failure));
            return new Reply(
                    name(request),
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("ETag"));
        }

        boolean silent() {
            return response == null;
        }

        String reason(HttpRequest request, Duration patience) {
            return response == null
                    ? "Nobody answers at %s yet; trying for %d s. Is the platform running? ./prongsai up starts it."
                            .formatted(address(request), patience.toSeconds())
                    : "%s is not ready yet (%d); trying for %d s."
                            .formatted(address(request), response.statusCode(), patience.toSeconds());
        }

        private static String address(HttpRequest request) {
            return request.uri().getScheme() + "://" + request.uri().getAuthority();
        }

        /** The last words of a busy platform are its own; silence has none. */
        Reply giveUp(HttpRequest request) {
            Reply last = reply(request);
            if (!BUSY.contains(last.status())) return last;
            throw new Unreachable(name(request) + " stayed busy: "
                    + Problem.of(last.status(), last.text()).text());
        }

        private static String name(HttpRequest request) {
            return request.method() + " " + request.uri();
        }
    }
}
