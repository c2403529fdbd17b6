package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ForwardingIT extends RunningGateway {
    private static final String UNIT = "/api/v1/rounds/r/agencies/imm-chiangmai";

    @Test
    void aRequestArrivesAsItWasSent() {
        HttpResponse<String> response = send(to("/api/v1/agencies?q=%E0%B8%81&limit=5")
                .header("Content-Type", "text/csv")
                .header("If-Match", "\"7\"")
                .header("Idempotency-Key", "k1")
                .method("PATCH", BodyPublishers.ofString("twelve bytes")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo("application/json");
        JsonNode echo = json(response);
        assertThat(echo.path("service").asString()).isEqualTo("assessment");
        assertThat(echo.path("method").asString()).isEqualTo("PATCH");
        assertThat(echo.path("path").asString()).isEqualTo("/api/v1/agencies?q=%E0%B8%81&limit=5");
        assertThat(echo.path("length").asInt()).isEqualTo(12);
        assertThat(echo.at("/headers/content-type").asString()).isEqualTo("text/csv");
        assertThat(echo.at("/headers/if-match").asString()).isEqualTo("\"7\"");
        assertThat(echo.at("/headers/idempotency-key").asString()).isEqualTo("k1");
    }

    @ParameterizedTest
    @CsvSource({
        UNIT + "/score, scoring",
        "/api/v1/rounds/r/scores, scoring",
        "/api/v1/rounds/r/marks/imports, disclosure",
        UNIT + "/items/o1, disclosure",
        UNIT + "/population, assessment",
        "/api/v1/rounds, assessment",
        "/, portal",
        "/a/imm-chiangmai, portal",
        "/a/imm-chiangmai/r/eit, portal",
        "/receipt/x, portal",
        "/desk, portal"
    })
    void eachPathReachesItsService(String path, String service) {
        assertThat(json(get(path)).path("service").asString()).isEqualTo(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-User: eve",
                "X-User-Roles: admin",
                "X-Roles: admin",
                "X-Agencies: imm-chiangmai",
                "X-Forwarded-User: eve",
                "X-Forwarded-Host: evil.example",
                "Forwarded: for=1.2.3.4",
                "X-Real-IP: 1.2.3.4",
                "Remote-User: eve",
                "X-HTTP-Method-Override: DELETE",
                "Cookie: session=1"
            })
    void nobodyTellsAServiceWhoIsCallingExceptTheToken(String line) {
        String[] parts = line.split(": ");
        JsonNode headers =
                json(send(to("/api/v1/rounds").header(parts[0], parts[1]))).path("headers");

        assertThat(headers.has(parts[0].toLowerCase())).isFalse();
        assertThat(headers.has("x-forwarded-for")).isFalse();
    }

    @Test
    void whatAReviewerSendsTravelsWithTheTokenAndNothingElse() {
        String token = ISSUER.token("reviewer");
        HttpResponse<String> response = send(to(UNIT + "/comments")
                .header("Authorization", "Bearer " + token)
                .header("X-Request-Id", "journey-0001")
                .header("User-Agent", "phone"));

        assertThat(json(response).at("/headers/authorization").asString()).isEqualTo("Bearer " + token);
        assertThat(json(response).at("/headers").has("x-request-id")).isFalse();
        assertThat(response.headers().firstValue("X-Request-Id")).isEmpty();
    }

    @Test
    void aRequestIdIsTakenOverOrMade() {
        HttpResponse<String> own = send(to("/api/v1/rounds").header("X-Request-Id", "journey-0001"));
        HttpResponse<String> made = get("/api/v1/rounds");
        HttpResponse<String> insane = send(to("/api/v1/rounds").header("X-Request-Id", "a b\tc<script>"));

        assertThat(header(own, "X-Request-Id")).isEqualTo("journey-0001");
        assertThat(json(own).at("/headers/x-request-id").asString()).isEqualTo("journey-0001");
        assertThat(header(made, "X-Request-Id")).hasSize(36);
        assertThat(json(made).at("/headers/x-request-id").asString()).isEqualTo(header(made, "X-Request-Id"));
        assertThat(header(insane, "X-Request-Id")).hasSize(36);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                UNIT + "/responses",
                UNIT + "/tickets",
                "/api/v1/receipts/abc",
                UNIT + "/ticket-keys/iit",
                "/a/imm-chiangmai/r/eit",
                "/a/imm-chiangmai/r/iit/check",
                "/a/imm-chiangmai/r/comment",
                "/receipt"
            })
    void onTheWayOfAnAnswerNothingTellsWhoOrWhen(String path) {
        HttpResponse<String> response = send(to(path).header("Content-Type", "application/json")
                .header("Accept-Language", "th")
                .header("Authorization", "Bearer " + ISSUER.token("somebody-" + path))
                .header("X-Request-Id", "journey-0001")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .header("b3", "1")
                .header("baggage", "a=b")
                .header("Idempotency-Key", "k1")
                .header("User-Agent", "phone")
                .header("Referer", "http://intranet/imm-chiangmai")
                .header("Cookie", "session=1")
                .header("Origin", "http://localhost:8080")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-Request-Id")).isEmpty();
        assertThat(json(response).path("length").asInt()).isEqualTo(2);
        assertThat(json(response).path("headers").propertyNames())
                .contains("content-type", "accept-language")
                .isSubsetOf("accept", "accept-language", "content-length", "content-type", "host", "user-agent");
        assertThat(json(response).at("/headers/user-agent").asString()).startsWith("ReactorNetty");
    }
}
