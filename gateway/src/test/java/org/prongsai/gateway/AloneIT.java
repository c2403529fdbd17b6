package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The gateway starts before, and without, everything else. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class AloneIT extends Calling {
    @DynamicPropertySource
    static void nobodyElse(DynamicPropertyRegistry registry) {
        registry.add("prongsai.sign-in.issuer", AbsentServer::base);
        registry.add("prongsai.services.at.assessment", AbsentServer::base);
        registry.add("prongsai.services.at.scoring", AbsentServer::base);
        registry.add("prongsai.services.at.disclosure", AbsentServer::base);
        registry.add("prongsai.services.at.notification", AbsentServer::base);
        registry.add("prongsai.services.at.portal", AbsentServer::base);
    }

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
