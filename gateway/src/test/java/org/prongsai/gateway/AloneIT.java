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
        assertThat(about.path("authorizationEndpoint").isNull()).isTrue();

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
    void withoutKeysItStartsAndSaysThatNobodyCanSignIn() {
        HttpResponse<String> page =
                send(to("/sign-in").header("Accept", "text/html").header("Accept-Language", "en"));

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("<h1>Signing in is not set up here</h1>");
        assertThat(json(get("/sign-in")).path("detail").asString()).contains("not set up");
        assertThat(get("/login/oauth2/code/prongsai?code=c&state=s").statusCode())
                .isEqualTo(401);
        assertThat(send(to("/find").header("Cookie", "prongsai=1-x")).statusCode())
                .isEqualTo(503);
    }

    @Test
    void corsIsOffAndForwardedHeadersAreNotBelieved() {
        HttpResponse<String> response = send(
                to("/api/v1/about").header("Origin", "https://front.example").header("X-Forwarded-Proto", "https"));

        assertThat(response.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(response.headers().map()).doesNotContainKey("strict-transport-security");
    }
}
