package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenIT extends RunningGateway {
    /** For so long the issuer is left alone after each question. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @AfterEach
    void issuerIsBack() {
        ISSUER.away = false;
    }

    @Test
    void aGoodTokenTravelsOnToTheService() {
        String token = ISSUER.token("good");
        HttpResponse<String> response = bearing(token);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).at("/headers/authorization").asString()).isEqualTo("Bearer " + token);
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void withoutATokenTheServiceDecides() {
        assertThat(get("/api/v1/rounds").statusCode()).isEqualTo(200);
    }

    @Test
    void anExpiredTokenIsToldSo() {
        HttpResponse<String> response = bearing(ISSUER.expired("late"));

        assertNotSignedIn(response);
        assertThat(json(response).path("detail").asString()).isEqualTo("The access token has expired.");
    }

    @Test
    void tokensThatAreNotOursAreRefused() {
        assertNotSignedIn(bearing(ISSUER.forged("eve")));
        assertNotSignedIn(bearing(ISSUER.confused("eve")));
        assertNotSignedIn(bearing(ISSUER.forOthers("eve")));
        assertNotSignedIn(bearing(ISSUER.ofOtherIssuer("eve")));
        assertNotSignedIn(bearing("not.a.token"));
        assertNotSignedIn(bearing("eyJhbGciOiJub25lIn0.eyJzdWIiOiJldmUifQ."));
        assertNotSignedIn(bearing(""));
    }

    @Test
    void anUnknownKeyNeverMakesAFloodOfQuestionsToTheIssuer() {
        assertThat(bearing(ISSUER.token("warm")).statusCode()).isEqualTo(200);
        long began = System.nanoTime();
        int before = ISSUER.keyRequests.get();
        IntStream.range(0, 10).forEach(_ -> bearing(ISSUER.withUnknownKey("eve")));

        int asked = ISSUER.keyRequests.get() - before;
        long pauses = Duration.ofNanos(System.nanoTime() - began).dividedBy(PAUSE);
        assertThat((long) asked).isLessThanOrEqualTo(1 + pauses);
    }

    @Test
    void whileTheIssuerIsAwayKnownKeysStillCountAndUnknownOnesWait() {
        assertThat(bearing(ISSUER.token("early")).statusCode()).isEqualTo(200);
        ISSUER.away = true;

        assertThat(bearing(ISSUER.token("early")).statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> bearing(ISSUER.withUnknownKey("early")).statusCode() == 503);
        HttpResponse<String> response = bearing(ISSUER.withUnknownKey("early"));
        assertThat(json(response).path("type").asString()).isEqualTo("/problems/unavailable");
        assertThat(header(response, "Retry-After")).isEqualTo("5");
    }

    private HttpResponse<String> bearing(String token) {
        return send(to("/api/v1/rounds").header("Authorization", "Bearer " + token));
    }

    private static void assertNotSignedIn(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(response, "WWW-Authenticate")).startsWith("Bearer");
        assertThat(json(response).path("type").asString()).isEqualTo("/problems/not-signed-in");
    }
}
