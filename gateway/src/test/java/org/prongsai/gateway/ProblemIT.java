package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prongsai.gateway.problem.ProblemType;

class ProblemIT extends RunningGateway {
    @ParameterizedTest
    @ValueSource(
            strings = {"/nowhere", "/api/v1/nothing", "/api/v2/rounds", "/openapi.json", "/problems/none", "/docs/none"
            })
    void unknownAddresses(String path) {
        assertProblem(get(path), 404, "not-found");
    }

    @Test
    void inThaiOrEnglish() {
        assertThat(inLanguage("th-TH, en;q=0.5")).isEqualTo("ไม่พบข้อมูล");
        assertThat(inLanguage("en-GB")).isEqualTo("Not found");
        assertThat(inLanguage("de")).isEqualTo("Not found");
        assertThat(inLanguage("!!!")).isEqualTo("Not found");
        assertThat(json(get("/api/v1/nothing")).path("title").asString()).isEqualTo("Not found");
    }

    @Test
    void wrongMethods() {
        HttpResponse<String> own = send(to("/api/v1/about").POST(BodyPublishers.noBody()));
        assertProblem(own, 405, "method-not-allowed");
        assertThat(header(own, "Allow")).isEqualTo("GET, HEAD");
        assertProblem(send(to("/api/v1/rounds").method("BREW", BodyPublishers.noBody())), 405, "method-not-allowed");
    }

    @Test
    void aFormatThatNobodyOffers() {
        assertProblem(send(to("/api/v1/about").header("Accept", "image/png")), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "/", "a/b/c", "application/json;charset=zz", "text/plain;"})
    void aContentTypeThatNobodyCanReadIsNoFaultOfOurs(String type) {
        for (String own : new String[] {"/api/v1/about", "/api/v1/openapi.json", "/problems/busy", "/docs"}) {
            assertThat(send(to(own).header("Content-Type", type)).statusCode()).isEqualTo(200);
            assertProblem(
                    send(to(own).header("Content-Type", type).POST(BodyPublishers.ofString("x"))),
                    405,
                    "method-not-allowed");
        }
        assertProblem(
                send(to("/api/v1/nothing").header("Content-Type", type).POST(BodyPublishers.ofString("x"))),
                404,
                "not-found");
        HttpResponse<String> forwarded = send(to("/api/v1/people")
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + ISSUER.token("type-" + type.length()))
                .POST(BodyPublishers.ofString("x")));
        assertThat(json(forwarded).at("/headers/content-type").asString()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/rounds;a=b", "/api/v1/rounds/..%2Fpeople", "/api/v1//rounds"})
    void addressesThatCouldMeanTwoThings(String path) {
        assertProblem(get(path), 400, "invalid-request");
    }

    @Test
    void aServiceThatIsAway() {
        HttpResponse<String> response = get("/api/v1/messages");

        assertProblem(response, 503, "unavailable");
        assertThat(header(response, "Retry-After")).isEqualTo("5");
    }

    @Test
    void aServiceThatIsTooSlow() {
        HttpResponse<String> response = get("/api/v1/log/slow");

        assertProblem(response, 503, "unavailable");
        assertThat(header(response, "Retry-After")).isEqualTo("5");
    }

    @Test
    void aServiceThatHangsUp() {
        assertProblem(send(to("/api/v1/disclosures/mute").POST(BodyPublishers.ofString("x"))), 503, "unavailable");
    }

    @Test
    void aServiceThatIsFullSaysItselfWhenToComeAgain() {
        HttpResponse<String> response = send(to("/api/v1/disclosures/busy").POST(BodyPublishers.ofString("x")));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(header(response, "Retry-After")).isEqualTo("1");
        assertThat(response.body()).isEqualTo(BrokenServer.BUSY);
    }

    @Test
    void halfAnAnswerNeverLooksWhole() {
        assertThatThrownBy(() -> get("/api/v1/disclosures/broken")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void tooLongToBeARequest() {
        assertRaw(raw("GET /api/v1/" + "a".repeat(9000) + " HTTP/1.1\r\nHost: x\r\n\r\n"), 414, "too-large");
        assertRaw(raw("GET / HTTP/1.1\r\nHost: x\r\nX-A: " + "a".repeat(25000) + "\r\n\r\n"), 431, "too-large");
    }

    @Test
    void noRequestAtAll() {
        assertRaw(raw("nonsense\r\n\r\n"), 400, "invalid-request");
        assertRaw(raw("GET / HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n"), 400, "invalid-request");
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyProblemHasAPage(ProblemType type) {
        HttpResponse<String> thai = send(to("/problems/" + type.slug()).header("Accept-Language", "th"));
        HttpResponse<String> english = get("/problems/" + type.slug() + "?lang=en");

        assertThat(header(thai, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(thai.body()).contains("lang=\"th\"", "ทางแก้ไข", "/problems/" + type.slug());
        assertThat(english.body()).contains("lang=\"en\"", "The way out", String.valueOf(type.status()));
        assertThat(get("/problems").body()).contains("href=\"/problems/" + type.slug());
    }

    @ParameterizedTest
    @CsvSource({"/problems, th, en, English", "/problems/busy, en, th, ภาษาไทย"})
    void aPageOfProblemsStandsInTheFrameOfAllPages(String path, String language, String other, String name) {
        HttpResponse<String> page = get(path + "?lang=" + language);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Language")).isEqualTo(language);
        assertThat(header(page, "Vary")).isEqualTo("Accept-Language");
        assertThat(header(page, "Content-Security-Policy")).contains("style-src 'self'", "default-src 'none'");
        assertThat(page.body())
                .contains(
                        "<html lang=\"%s\">".formatted(language),
                        "<a class=\"home\" href=\"/?lang=%s\">".formatted(language),
                        "<a lang=\"%1$s\" hreflang=\"%1$s\" href=\"?lang=%1$s\">%2$s</a>".formatted(other, name),
                        "href=\"/complaints?lang=%s\"".formatted(language),
                        "href=\"/privacy?lang=%s\"".formatted(language))
                .doesNotContain("<script", "<style", "style=");
        assertThat(page.body().split("<h1>", -1)).hasSize(2);
    }

    @Test
    void theListAndItsPagesLeadToEachOtherInOneLanguage() {
        assertThat(get("/problems?lang=th").body()).contains("href=\"/problems/busy?lang=th\"");
        assertThat(get("/problems/busy?lang=th").body()).contains("href=\"/problems?lang=th\"", "503");
    }

    private String inLanguage(String accepted) {
        HttpResponse<String> response = send(to("/api/v1/nothing").header("Accept-Language", accepted));
        return json(response).path("title").asString();
    }

    private static void assertProblem(HttpResponse<String> response, int status, String slug) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(response).path("type").asString()).isEqualTo("/problems/" + slug);
        assertThat(json(response).path("status").asInt()).isEqualTo(status);
        assertThat(json(response).propertyNames()).containsExactly("type", "title", "status", "detail");
    }

    private static void assertRaw(String response, int status, String slug) {
        assertThat(response)
                .startsWith("HTTP/1.1 " + status)
                .contains("content-type: application/problem+json\r\n", "\"/problems/" + slug + "\"");
    }
}
