package org.prongsai.web.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A service that is asked to end while somebody is being served. */
class ShutdownIT {

    @Test
    void whoIsBeingServedIsServedAndNobodyElseIsLetIn() throws Exception {
        var sample = new Sample();
        var endpoint = sample.service.getBean(SampleEndpoint.class);
        String ready = "http://localhost:" + sample.port("local.management.port") + "/actuator/health/readiness";
        String base = sample.base;
        var served = CompletableFuture.supplyAsync(() -> sample.write("POST", "/people", "{}", sample.as("admin")));
        assertThat(endpoint.entered.await(10, TimeUnit.SECONDS)).isTrue();

        var ended = CompletableFuture.runAsync(sample::close);

        Awaitility.await().untilAsserted(() -> assertThat(
                        Answer.to(ready, request -> request).status())
                .isEqualTo(503));
        Awaitility.await().untilAsserted(() -> assertThatThrownBy(() -> fresh(base + "/rounds/r"))
                .isInstanceOf(ConnectException.class));
        assertThat(served).isNotDone();
        assertThat(ended).isNotDone();
        endpoint.open.tryEmitEmpty();
        assertThat(served.get(10, TimeUnit.SECONDS).status()).isEqualTo(204);
        ended.get(10, TimeUnit.SECONDS);
    }

    /** On a connection of its own. */
    private static int fresh(String url) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
