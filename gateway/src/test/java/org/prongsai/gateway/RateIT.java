package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every share here is five at once and one more a second. */
class RateIT extends RunningGateway {
    private static final int MORE_THAN_A_SHARE = 20;

    @Test
    void aNetworkHasAShareOfReads() {
        assertHeld(many(() -> from("192.0.2.1", "/api/v1/rounds")));
        assertThat(send(from("192.0.2.2", "/api/v1/rounds")).statusCode()).isEqualTo(200);
        assertThat(send(from("2001:db8::1", "/api/v1/rounds")).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverSignsInIsCountedBeforeTheIssuerIsAsked() {
        assertHeld(many(() -> from("192.0.2.3", "/sign-in")));
        assertHeld(many(() -> from("192.0.2.4", "/login/oauth2/code/prongsai?code=c&state=s")));
    }

    @Test
    void addressesOfOneSubscriberAreOneNetwork() {
        int[] host = {0};
        assertHeld(many(() -> from("2001:db8:0:7::" + ++host[0], "/api/v1/rounds")));
    }

    @Test
    void whatTheCallerWritesBeforeOurProxyIsNotBelieved() {
        int[] host = {0};
        assertHeld(many(() -> from("203.0.113." + ++host[0] + ", 192.0.2.9", "/api/v1/rounds")));
    }

    @Test
    void aSignedInCallerHasAShareWhateverTheAddress() {
        String token = ISSUER.token("busy");
        assertHeld(many(() -> to("/api/v1/rounds").header("Authorization", "Bearer " + token)));
        assertThat(send(to("/api/v1/rounds").header("Authorization", "Bearer " + ISSUER.token("other")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRefusedTokenTakesNobodysShare() {
        String forged = ISSUER.forged("victim");
        HttpResponse<String> last = many(() -> to("/api/v1/rounds").header("Authorization", "Bearer " + forged));

        assertThat(last.statusCode()).isEqualTo(401);
        assertThat(send(to("/api/v1/rounds").header("Authorization", "Bearer " + ISSUER.token("victim")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anOfficeBehindOneAddressAnswersForManyUnits() {
        IntStream.range(0, MORE_THAN_A_SHARE).forEach(unit -> assertThat(
                        send(answer("192.0.2.77", "imm-" + unit)).statusCode())
                .isEqualTo(200));
    }

    @Test
    void aUnitHasACeilingWhateverTheAddress() {
        int[] host = {0};
        assertHeld(many(() -> answer("192.0.2." + ++host[0], "imm-flooded")));
        assertThat(send(answer("192.0.2.1", "imm-calm")).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> many(Supplier<HttpRequest.Builder> request) {
        return IntStream.range(0, MORE_THAN_A_SHARE)
                .mapToObj(_ -> send(request.get()))
                .filter(response -> response.statusCode() == 429)
                .findFirst()
                .orElseGet(() -> send(request.get()));
    }

    private static void assertHeld(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(header(response, "Retry-After")).isEqualTo("1");
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(response).path("type").asString()).isEqualTo("/problems/too-many-requests");
    }

    private HttpRequest.Builder answer(String address, String unit) {
        return from(address, "/api/v1/rounds/r/agencies/" + unit + "/responses").POST(BodyPublishers.ofString("{}"));
    }

    private HttpRequest.Builder from(String address, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("X-Forwarded-For", address);
    }
}
