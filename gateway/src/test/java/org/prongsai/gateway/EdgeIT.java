package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeIT extends RunningGateway {
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/rounds", "/api/v1/nothing", "/api/v1/messages", "/api/v1/about", "/problems"})
    void everyAnswerIsSafeToShow(String path) {
        HttpResponse<String> response = get(path);

        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(response, "Permissions-Policy")).contains("camera=()");
        assertThat(header(response, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(response.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void browsersAreHeldToHttpsOnlyWhereTheyCameByIt() {
        HttpResponse<String> response = send(to("/api/v1/rounds").header("X-Forwarded-Proto", "https"));

        assertThat(header(response, "Strict-Transport-Security")).startsWith("max-age=31536000");
    }

    @Test
    void aFriendlyFrontendMayAskAndCall() {
        HttpResponse<String> asked = send(preflight("https://front.example"));
        HttpResponse<String> called = send(to("/api/v1/rounds").header("Origin", "https://front.example"));
        HttpResponse<String> refused = send(to("/api/v1/nothing").header("Origin", "https://front.example"));

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(header(asked, "Access-Control-Allow-Origin")).isEqualTo("https://front.example");
        assertThat(header(asked, "Access-Control-Allow-Methods")).contains("PUT");
        assertThat(header(asked, "Access-Control-Allow-Headers")).containsIgnoringCase("if-match");
        assertThat(header(asked, "Access-Control-Allow-Credentials")).isEmpty();
        assertThat(header(called, "Access-Control-Allow-Origin")).isEqualTo("https://front.example");
        assertThat(header(called, "Access-Control-Expose-Headers")).contains("ETag", "Retry-After");
        assertThat(header(refused, "Access-Control-Allow-Origin")).isEqualTo("https://front.example");
    }

    @Test
    void aForeignFrontendGetsNoPermission() {
        HttpResponse<String> asked = send(preflight("https://evil.example"));
        HttpResponse<String> called = send(to("/api/v1/rounds").header("Origin", "https://evil.example"));

        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(header(asked, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(called.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    private java.net.http.HttpRequest.Builder preflight(String origin) {
        return to("/api/v1/rounds/r/calendar")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "authorization, if-match, content-type");
    }
}
