package org.prongsai.web.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ProblemIT {
    private static Sample sample;

    @BeforeAll
    static void start() {
        sample = new Sample();
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void anUnknownAddressIsAProblemInTheCallersLanguage() {
        var english = sample.get("/nowhere");
        assertThat(english.status()).isEqualTo(404);
        assertThat(english.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(english.type()).isEqualTo("/problems/not-found");
        assertThat(english.json().path("status").asInt()).isEqualTo(404);
        assertThat(english.json().path("title").asString()).isEqualTo("Not found");
        assertThat(english.json().path("detail").asString()).contains("/api/v1/nowhere");
        var thai = sample.get("/nowhere", "Accept-Language", "th-TH,th;q=0.9,en;q=0.5");
        assertThat(thai.json().path("title").asString()).isEqualTo("ไม่พบข้อมูล");
        assertThat(thai.header("Content-Language")).isEqualTo("th");
    }

    @Test
    void aQuestionNobodyCanReadIsRefusedBeforeAnybodyLooks() {
        var answer = sample.get("/agencies?parent=a%00b");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fault().path("pointer").asString()).isEqualTo("?parent");
        assertThat(answer.header("X-Request-Id")).isNotEmpty();
    }

    @Test
    void aWrongMethodNamesTheRightOnes() {
        var answer = sample.write("DELETE", "/rounds/r", "");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET");
        assertThat(answer.type()).isEqualTo("/problems/method-not-allowed");
    }

    @Test
    void typesWeDoNotSpeakAreRefused() {
        assertThat(sample.get("/agencies", "Accept", "application/xml").type()).isEqualTo("/problems/not-acceptable");
        var csv = sample.send("/rounds", request -> request.POST(BodyPublishers.ofString("a,b"))
                .headers("Content-Type", "text/csv")
                .headers(sample.as("admin")));
        assertThat(csv.status()).isEqualTo(415);
        assertThat(csv.type()).isEqualTo("/problems/unsupported-type");
        assertThat(csv.fault().path("expected").toString()).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data", "*/*", "text/*"})
    void whatIsNotCalledJsonIsNotRead(String type) {
        var answer = typed("/rounds", type);
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.type()).isEqualTo("/problems/unsupported-type");
        assertThat(answer.fault().path("pointer").asString()).isEqualTo("Content-Type:");
        assertThat(answer.fault().path("expected").toString()).contains("\"application/json\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "/", "a/b/c", "application/json;charset=zz", "text/csv;charset=\"utf 8\""})
    void aTypeNobodyCanReadStopsOnlyABody(String type, CapturedOutput output) {
        for (String door : new String[] {"/rounds", "/people"}) {
            var answer = typed(door, type);
            assertThat(answer.status()).as(door).isEqualTo(415);
            assertThat(answer.fault().path("expected").toString()).contains("\"application/json\"");
        }
        assertThat(sample.get("/rounds/r", "Content-Type", type).status()).isEqualTo(200);
        assertThat(sample.get("/nowhere", "Content-Type", type).status()).isEqualTo(404);
        assertThat(output).doesNotContain("ProblemHandler");
    }

    private static Answer typed(String path, String type) {
        return sample.send(path, request -> request.POST(BodyPublishers.ofString("{\"k\":5}"))
                .headers("Content-Type", type)
                .headers(sample.as("admin")));
    }

    @Test
    void malformedJsonIsNamedByPlace() {
        var broken = sample.write("POST", "/rounds", "{\"round\": \"r\",\n \"k\": }", sample.as("admin"));
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.type()).isEqualTo("/problems/invalid-request");
        assertThat(broken.fault().path("reason").asString()).isEqualTo("malformed");
        assertThat(broken.fault().path("actual").asString()).startsWith("line 2");
        var unknown =
                sample.write("POST", "/rounds", "{\"k\":5,\"parts\":[{\"k\":1,\"nmae\":\"r\"}]}", sample.as("admin"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.fault().path("pointer").asString()).isEqualTo("/parts/0/nmae");
        assertThat(unknown.fault().path("reason").asString()).isEqualTo("unknown-field");
        assertThat(unknown.fault().path("expected").toString()).contains("\"round\"");
    }

    @Test
    void aWrongValueNamesWhatWasExpected() {
        var date = sample.write("POST", "/rounds", "{\"from\":\"tomorrow\"}", sample.as("admin"))
                .fault();
        assertThat(date.path("pointer").asString()).isEqualTo("/from");
        assertThat(date.path("expected").asString()).contains("2027-01-31");
        assertThat(date.path("actual").asString()).isEqualTo("tomorrow");
        var number = sample.write("POST", "/rounds", "{\"k\":\"5\"}", sample.as("admin"))
                .fault();
        assertThat(number.path("pointer").asString()).isEqualTo("/k");
        assertThat(number.path("expected").asString()).isEqualTo("a whole number");
        var kind = sample.write("POST", "/rounds", "{\"k\":5,\"kind\":\"HUGE\"}", sample.as("admin"))
                .fault();
        assertThat(kind.path("expected").toString()).isEqualTo("[\"SMALL\",\"LARGE\"]");
        assertThat(sample.write("POST", "/rounds", "[1]", sample.as("admin"))
                        .fault()
                        .path("reason")
                        .asString())
                .isEqualTo("wrong-type");
        assertThat(sample.write("POST", "/rounds", "{\"k\":5,\"k\":6}", sample.as("admin"))
                        .fault()
                        .toString())
                .isEqualTo(
                        "{\"pointer\":\"/k\",\"reason\":\"duplicate-key\",\"expected\":\"each key once\",\"actual\":\"k\"}");
        assertThat(sample.write("POST", "/rounds", "{\"k\":5} {}", sample.as("admin"))
                        .fault()
                        .path("expected")
                        .asString())
                .isEqualTo("one JSON document");
        assertThat(sample.write("POST", "/rounds", "{\"k\":5.5}", sample.as("admin"))
                        .fault()
                        .path("actual")
                        .asString())
                .isEqualTo("5.5");
        assertThat(sample.write("POST", "/rounds", "{\"k\":5,\"parts\":[null]}", sample.as("admin"))
                        .fault()
                        .path("pointer")
                        .asString())
                .isEqualTo("/parts/0");
        assertThat(sample.write("POST", "/rounds", "", sample.as("admin")).status())
                .isEqualTo(400);
        assertThat(sample.write("POST", "/rounds", "[".repeat(5000), sample.as("admin"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aParameterMissingOrWrongIsNamed() {
        assertThat(sample.get("/rounds").fault().path("pointer").asString()).isEqualTo("?year");
        var wrong = sample.get("/rounds?year=soon");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.fault().path("pointer").asString()).isEqualTo("?year");
        assertThat(wrong.fault().path("actual").asString()).isEqualTo("soon");
    }

    @Test
    void tenMegabytesAreTooLarge() {
        var large = sample.write("POST", "/rounds", "{\"round\":\"" + "x".repeat(10 << 20) + "\"}", sample.as("admin"));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.type()).isEqualTo("/problems/too-large");
        var endless = new ByteArrayInputStream(new byte[10 << 20]);
        var chunked = sample.send("/rounds", request -> request.POST(BodyPublishers.ofInputStream(() -> endless))
                .headers("Content-Type", "application/json")
                .headers(sample.as("admin")));
        assertThat(chunked.status()).isEqualTo(413);
    }

    @Test
    void ourOwnFaultShowsNothing() {
        var bug = sample.get("/broken");
        assertThat(bug.status()).isEqualTo(500);
        assertThat(bug.type()).isEqualTo("/problems/internal-error");
        assertThat(bug.raw().body()).doesNotContain("secret");
        var away = sample.get("/database");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.type()).isEqualTo("/problems/unavailable");
        assertThat(away.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void anAddressThatCouldMeanTwoThingsIsAProblem() {
        var doubled = Answer.to(sample.base.replace("/api", "//api") + "/agencies", request -> request);
        assertThat(doubled.status()).isEqualTo(400);
        assertThat(doubled.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(doubled.fault().path("reason").asString()).isEqualTo("strange-request");
    }

    @Test
    void aHeaderNobodyCanReadIsAProblem() throws Exception {
        try (var socket = new Socket("localhost", URI.create(sample.base).getPort())) {
            var request = "GET /api/v1/rounds?year=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Accept-Language: ก\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json")
                    .contains("strange-request");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reactor.netty.channel.ChannelOperationsHandler",
                "reactor.netty.http.server.HttpServerOperations",
                "reactor.netty.transport.ServerTransport"
            })
    void noLoggerThatNamesCallersAddressesSpeaks(String logger) {
        assertThat(LoggerFactory.getLogger(logger).isErrorEnabled()).isFalse();
    }

    @Test
    void aClientThatLeavesHalfwayIsNobodysFault(CapturedOutput output) throws Exception {
        long before = left();
        try (var socket = new Socket("localhost", URI.create(sample.base).getPort())) {
            var request = "POST /api/v1/rounds HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 100\r\nAuthorization: " + sample.as("admin")[1] + "\r\n\r\n{\"k\":";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.setSoLinger(true, 0);
        }
        Awaitility.await().until(() -> left() > before);
        assertThat(output).doesNotContain("ProblemHandler").doesNotContain("IllegalReferenceCount");
    }

    private static long left() {
        return sample
                .service
                .getBean(MeterRegistry.class)
                .find("http.server.requests")
                .tag("outcome", "UNKNOWN")
                .timers()
                .stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }
}
