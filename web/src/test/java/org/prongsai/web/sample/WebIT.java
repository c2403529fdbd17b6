package org.prongsai.web.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prongsai.web.AccessReader;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebIT {
    private TinyIssuer issuer;
    private ConfigurableApplicationContext service;
    private String base;

    @BeforeAll
    void start() throws Exception {
        issuer = new TinyIssuer();
        service = new SpringApplicationBuilder(SampleApplication.class)
                .run("--server.port=0", "--management.server.port=0", "--prongsai.issuer=" + issuer.url());
        base = "http://localhost:" + service.getEnvironment().getProperty("local.server.port") + "/api/v1";
        issuer.start();
    }

    @AfterAll
    void stop() {
        service.close();
        issuer.close();
    }

    private Answer get(String path, String... headers) {
        return send(path, request -> headers.length == 0 ? request : request.headers(headers));
    }

    private Answer send(String path, UnaryOperator<HttpRequest.Builder> request) {
        return Answer.to(base + path, request);
    }

    private Answer write(String method, String path, String body, String... headers) {
        return send(path, request -> {
            var typed =
                    request.method(method, BodyPublishers.ofString(body)).header("Content-Type", "application/json");
            return headers.length == 0 ? typed : typed.headers(headers);
        });
    }

    private String[] as(String role, String... agencies) {
        return new String[] {"Authorization", "Bearer " + issuer.token("somebody", role, agencies)};
    }

    @Test
    void anUnknownAddressIsAProblemInTheCallersLanguage() {
        var english = get("/nowhere");
        assertThat(english.status()).isEqualTo(404);
        assertThat(english.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(english.type()).isEqualTo("/problems/not-found");
        assertThat(english.json().path("status").asInt()).isEqualTo(404);
        assertThat(english.json().path("title").asString()).isEqualTo("Not found");
        assertThat(english.json().path("detail").asString()).contains("/api/v1/nowhere");
        var thai = get("/nowhere", "Accept-Language", "th-TH,th;q=0.9,en;q=0.5");
        assertThat(thai.json().path("title").asString()).isEqualTo("ไม่พบข้อมูล");
        assertThat(thai.header("Content-Language")).isEqualTo("th");
    }

    @Test
    void aWrongMethodNamesTheRightOnes() {
        var answer = write("DELETE", "/rounds/r", "");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET");
        assertThat(answer.type()).isEqualTo("/problems/method-not-allowed");
    }

    @Test
    void typesWeDoNotSpeakAreRefused() {
        assertThat(get("/agencies", "Accept", "application/xml").type()).isEqualTo("/problems/not-acceptable");
        var csv = send("/rounds", request -> request.POST(BodyPublishers.ofString("a,b"))
                .headers("Content-Type", "text/csv")
                .headers(as("admin")));
        assertThat(csv.status()).isEqualTo(415);
        assertThat(csv.type()).isEqualTo("/problems/unsupported-type");
        assertThat(csv.fault().path("expected").toString()).contains("application/json");
    }

    @Test
    void malformedJsonIsNamedByPlace() {
        var broken = write("POST", "/rounds", "{\"round\": \"r\",\n \"k\": }", as("admin"));
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.type()).isEqualTo("/problems/invalid-request");
        assertThat(broken.fault().path("reason").asString()).isEqualTo("malformed");
        assertThat(broken.fault().path("actual").asString()).startsWith("line 2");
        var unknown = write("POST", "/rounds", "{\"k\":5,\"parts\":[{\"k\":1,\"nmae\":\"r\"}]}", as("admin"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.fault().path("pointer").asString()).isEqualTo("/parts/0/nmae");
        assertThat(unknown.fault().path("reason").asString()).isEqualTo("unknown-field");
        assertThat(unknown.fault().path("expected").toString()).contains("\"round\"");
    }

    @Test
    void aWrongValueNamesWhatWasExpected() {
        var date =
                write("POST", "/rounds", "{\"from\":\"tomorrow\"}", as("admin")).fault();
        assertThat(date.path("pointer").asString()).isEqualTo("/from");
        assertThat(date.path("expected").asString()).contains("2027-01-31");
        assertThat(date.path("actual").asString()).isEqualTo("tomorrow");
        var number = write("POST", "/rounds", "{\"k\":\"5\"}", as("admin")).fault();
        assertThat(number.path("pointer").asString()).isEqualTo("/k");
        assertThat(number.path("expected").asString()).isEqualTo("a number");
        var kind = write("POST", "/rounds", "{\"k\":5,\"kind\":\"HUGE\"}", as("admin"))
                .fault();
        assertThat(kind.path("expected").toString()).isEqualTo("[\"SMALL\",\"LARGE\"]");
        assertThat(write("POST", "/rounds", "[1]", as("admin"))
                        .fault()
                        .path("reason")
                        .asString())
                .isEqualTo("wrong-type");
        assertThat(write("POST", "/rounds", "{\"k\":5,\"k\":6}", as("admin")).status())
                .isEqualTo(400);
        assertThat(write("POST", "/rounds", "{} {}", as("admin")).status()).isEqualTo(400);
        assertThat(write("POST", "/rounds", "", as("admin")).status()).isEqualTo(400);
        assertThat(write("POST", "/rounds", "[".repeat(5000), as("admin")).status())
                .isEqualTo(400);
    }

    @Test
    void aParameterMissingOrWrongIsNamed() {
        assertThat(get("/rounds").fault().path("pointer").asString()).isEqualTo("?year");
        var wrong = get("/rounds?year=soon");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.fault().path("pointer").asString()).isEqualTo("?year");
        assertThat(wrong.fault().path("actual").asString()).isEqualTo("soon");
    }

    @Test
    void tenMegabytesAreTooLarge() {
        var large = write("POST", "/rounds", "{\"round\":\"" + "x".repeat(10 << 20) + "\"}", as("admin"));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.type()).isEqualTo("/problems/too-large");
        var endless = new ByteArrayInputStream(new byte[10 << 20]);
        var chunked = send("/rounds", request -> request.POST(BodyPublishers.ofInputStream(() -> endless))
                .headers("Content-Type", "application/json")
                .headers(as("admin")));
        assertThat(chunked.status()).isEqualTo(413);
    }

    @Test
    void jsonIsPlainAndItsTypeExact() {
        var answer = get("/rounds?year=1", "Accept", "application/json;charset=UTF-8", "Accept-Language", "th");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.raw().body()).contains("1000").contains("\"th\"");
        assertThat(get("/rounds/done/agencies/imm-chiangmai/score").raw().body())
                .isEqualTo("{\"score\":87.30}");
        var round = "{\"round\":\"r\",\"from\":\"2027-01-31\",\"k\":5,\"kind\":null,\"parts\":null}";
        assertThat(write("POST", "/rounds", round, as("admin")).raw().body()).isEqualTo(round);
    }

    @Test
    void ourOwnFaultShowsNothing() {
        var bug = get("/broken");
        assertThat(bug.status()).isEqualTo(500);
        assertThat(bug.type()).isEqualTo("/problems/internal-error");
        assertThat(bug.raw().body()).doesNotContain("secret");
        var away = get("/database");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.type()).isEqualTo("/problems/unavailable");
        assertThat(away.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void aClientThatLeavesHalfwayIsNobodysFault(CapturedOutput output) throws Exception {
        try (var socket = new Socket("localhost", URI.create(base).getPort())) {
            var request = "POST /api/v1/rounds HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 100\r\nAuthorization: " + as("admin")[1] + "\r\n\r\n{\"k\":";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.setSoLinger(true, 0);
        }
        var meters = service.getBean(MeterRegistry.class);
        Awaitility.await()
                .until(() -> meters.find("http.server.requests")
                                .tag("outcome", "UNKNOWN")
                                .timer()
                        != null);
        assertThat(output).doesNotContain("ProblemHandler").doesNotContain("IllegalReferenceCount");
    }

    @Test
    void theTableDecidesWhoGetsIn() {
        assertThat(write("POST", "/rounds", "{}").type()).isEqualTo("/problems/not-signed-in");
        var wrong = write("POST", "/rounds", "{}", as("auditor"));
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.type()).isEqualTo("/problems/not-yours");
        assertThat(wrong.fault().path("expected").toString()).isEqualTo("[\"admin\"]");
        assertThat(wrong.fault().path("actual").toString()).isEqualTo("[\"auditor\"]");
        assertThat(write("POST", "/rounds", "{\"k\":5}", as("admin")).status()).isEqualTo(200);
    }

    @Test
    void aCoordinatorActsOnlyWithinTheirAgencies() {
        var mine = "/rounds/r/agencies/imm-chiangmai/population";
        assertThat(write("PUT", mine, "{}", as("coordinator", "imm-chiangmai")).status())
                .isEqualTo(200);
        assertThat(write("PUT", mine, "{}", as("coordinator", "imm-division-5")).status())
                .isEqualTo(200);
        assertThat(write("PUT", mine, "{}", as("admin")).status()).isEqualTo(200);
        assertThat(write("PUT", mine, "{}", as("coordinator")).status()).isEqualTo(403);
        var other = write("PUT", mine, "{}", as("coordinator", "imm-nongkhai"));
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.fault().path("actual").asString()).isEqualTo("imm-chiangmai");
        var unknown = write("PUT", "/rounds/r/agencies/atlantis/population", "{}", as("coordinator", "imm-nongkhai"));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.fault().path("actual").asString()).isEqualTo("atlantis");
    }

    @Test
    void scoresAreForTheAuthorityUntilPublished() {
        assertThat(get("/rounds/running/agencies/imm-chiangmai/score").type()).isEqualTo("/problems/not-published");
        var unit = get("/rounds/running/agencies/imm-chiangmai/score", as("coordinator", "imm-chiangmai"));
        assertThat(unit.type()).isEqualTo("/problems/not-published");
        assertThat(get("/rounds/running/agencies/imm-chiangmai/score", as("auditor"))
                        .status())
                .isEqualTo(200);
        assertThat(get("/rounds/done/agencies/imm-chiangmai/score").status()).isEqualTo(200);
        assertThat(get("/rounds/never/agencies/imm-chiangmai/score").status()).isEqualTo(404);
    }

    @Test
    void anEndpointWithoutARowLetsNobodyIn() {
        assertThat(get("/forgotten", as("admin")).status()).isEqualTo(403);
        var mapping = service.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        assertThat(AccessReader.doors(mapping))
                .filteredOn(door -> door.row().isEmpty())
                .extracting(AccessReader.Door::path)
                .isEqualTo(List.of("/api/v1/forgotten"));
    }

    @Test
    void tokensThatAreNotOursAreRefused() {
        refused(issuer.token(
                issuer.key,
                "x",
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120)))));
        refused(issuer.token(issuer.key, "x", claims -> claims.expirationTime(null)));
        refused(issuer.token(issuer.key, "x", claims -> claims.audience("other")));
        refused(issuer.token(issuer.key, "x", claims -> claims.issuer("http://elsewhere")));
        refused(issuer.token(issuer.key, "", claims -> {}));
        refused(issuer.token(TinyIssuer.key(), "x", claims -> claims.claim("roles", List.of("admin"))));
        refused("not.a.token");
    }

    private void refused(String token) {
        var answer = write("POST", "/rounds", "{}", "Authorization", "Bearer " + token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.type()).isEqualTo("/problems/not-signed-in");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void editsNameTheVersionTheyWereMadeFrom() {
        var tag = get("/rounds/r").header("ETag");
        assertThat(get("/rounds/r", "If-None-Match", tag).status()).isEqualTo(304);
        var blind = write("PUT", "/rounds/r/calendar", "{}", as("admin"));
        assertThat(blind.status()).isEqualTo(428);
        assertThat(blind.type()).isEqualTo("/problems/precondition-required");
        String[] first = {"Authorization", as("admin")[1], "If-Match", tag};
        assertThat(write("PUT", "/rounds/r/calendar", "{}", first).status()).isEqualTo(200);
        var late = write("PUT", "/rounds/r/calendar", "{}", first);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.type()).isEqualTo("/problems/stale");
    }

    @Test
    void listsContinueWhereTheyStopped() {
        var first = get("/agencies?limit=2");
        assertThat(first.json().path("items").toString()).isEqualTo("[\"0\",\"1\"]");
        var next = first.json().path("next").asString();
        assertThat(first.header("Link")).isEqualTo("</api/v1/agencies?limit=2&cursor=" + next + ">; rel=\"next\"");
        var last = get("/agencies?limit=3&cursor=" + next);
        assertThat(last.raw().body()).isEqualTo("{\"items\":[\"2\",\"3\",\"4\"],\"next\":null}");
        assertThat(last.header("Link")).isEmpty();
        assertThat(get("/agencies?parent=x&cursor=" + next)
                        .fault()
                        .path("pointer")
                        .asString())
                .isEqualTo("?cursor");
        assertThat(get("/agencies?limit=501").fault().path("actual").asString()).isEqualTo("501");
    }

    @Test
    void requestIdsAreKeptExceptWhereSomebodyAnswers() {
        assertThat(get("/rounds/r", "X-Request-Id", "given-id-1").header("X-Request-Id"))
                .isEqualTo("given-id-1");
        assertThat(get("/rounds/r", "X-Request-Id", "no good").header("X-Request-Id"))
                .hasSize(36);
        var quiet = write("POST", "/rounds/r/agencies/imm-chiangmai/responses", "{}", "X-Request-Id", "given-id-1");
        assertThat(quiet.header("X-Request-Id")).isEmpty();
        assertThat(quiet.status()).isEqualTo(422);
        assertThat(quiet.json().path("errors").toString())
                .isEqualTo(
                        "[{\"pointer\":\"/answers/i3\",\"reason\":\"missing\"},"
                                + "{\"pointer\":\"/answers/i1\",\"reason\":\"unknown-option\",\"expected\":[\"1\",\"2\"],\"actual\":\"9\"}]");
    }

    @Test
    void theDescriptionNamesProblemsAndBearer() {
        var api = Answer.to(base.replace("/api/v1", "/openapi.json"), request -> request);
        assertThat(api.status()).isEqualTo(200);
        var create = api.json().at("/paths/~1api~1v1~1rounds/post");
        assertThat(create.path("description").asString()).isEqualTo("For admin.");
        assertThat(create.at("/responses/default/content").has("application/problem+json"))
                .isTrue();
        assertThat(api.json().at("/components/schemas/Problem/properties").has("errors"))
                .isTrue();
        assertThat(api.json().at("/paths/~1api~1v1~1rounds/get/parameters").size())
                .isEqualTo(1);
    }

    @Test
    void healthAndMetersAreOnTheManagementPort() {
        var port = service.getEnvironment().getProperty("local.management.port");
        assertThat(Answer.to("http://localhost:" + port + "/actuator/health/readiness", request -> request)
                        .status())
                .isEqualTo(200);
        assertThat(Answer.to("http://localhost:" + port + "/actuator/prometheus", request -> request)
                        .status())
                .isEqualTo(200);
        assertThat(Answer.to("http://localhost:" + port + "/actuator/env", request -> request)
                        .status())
                .isEqualTo(404);
    }
}
