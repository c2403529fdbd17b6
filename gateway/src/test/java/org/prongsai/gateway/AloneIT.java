package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The gateway starts before, and without, everything else. */
class AloneIT extends LonelyGateway {
    @Test
    void itSaysWhatItKnows() {
        JsonNode about = json(get("/api/v1/about"));
        assertThat(about.path("name").asString()).isEqualTo("Prongsai");
        assertThat(about.path("tokenEndpoint").isNull()).isTrue();

        JsonNode whole = json(get("/api/v1/openapi.json"));
        assertThat(whole.path("x-absent-services")).hasSize(4);
    }

    @Test
    void itCannotCheckTokens() {
        HttpResponse<String> response =
                send(to("/api/v1/rounds").header("Authorization", "Bearer " + RunningGateway.ISSUER.token("early")));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(response).path("detail").asString()).startsWith("The sign-in does not answer");
    }

    @Test
    void corsIsOffAndForwardedHeadersAreNotBelieved() {
        HttpResponse<String> response = send(
                to("/api/v1/about").header("Origin", "https://front.example").header("X-Forwarded-Proto", "https"));

        assertThat(response.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(response.headers().map()).doesNotContainKey("strict-transport-security");
    }
}
