package org.prongsai.web.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebIT {
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
    void jsonIsPlainAndItsTypeExact() {
        var answer = sample.get("/rounds?year=1", "Accept", "application/json;charset=UTF-8", "Accept-Language", "th");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.raw().body()).contains("1000").contains("\"th\"");
        assertThat(sample.get("/rounds/done/agencies/imm-chiangmai/score").raw().body())
                .isEqualTo("{\"score\":87.30}");
        var round = "{\"round\":\"r\",\"from\":\"2027-01-31\",\"k\":5,\"kind\":null,\"parts\":null}";
        assertThat(sample.write("POST", "/rounds", round, sample.as("admin"))
                        .raw()
                        .body())
                .isEqualTo(round);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;charset=iso-8859-1",
                "application/json; Charset=\"utf-16\", text/html",
                "application/json;charset=nobodys;q=0.9",
                "application/json;version=1"
            })
    void whateverIsAskedTheAnswerIsJsonInUtf8(String accept) {
        var list = sample.get("/rounds?year=1", "Accept", accept);
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.header("Content-Type")).isEqualTo("application/json");
        var made = sample.send("/rounds", request -> request.POST(BodyPublishers.ofString("{\"k\":5,\"round\":\"ก\"}"))
                .headers("Content-Type", "application/json", "Accept", accept)
                .headers(sample.as("admin")));
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.json().path("round").asString()).isEqualTo("ก");
    }

    @Test
    void editsNameTheVersionTheyWereMadeFrom() {
        var tag = sample.get("/rounds/r").header("ETag");
        assertThat(sample.get("/rounds/r", "If-None-Match", tag).status()).isEqualTo(304);
        var blind = sample.write("PUT", "/rounds/r/calendar", "{}", sample.as("admin"));
        assertThat(blind.status()).isEqualTo(428);
        assertThat(blind.type()).isEqualTo("/problems/precondition-required");
        String[] first = {"Authorization", sample.as("admin")[1], "If-Match", tag};
        assertThat(sample.write("PUT", "/rounds/r/calendar", "{}", first).status())
                .isEqualTo(200);
        var late = sample.write("PUT", "/rounds/r/calendar", "{}", first);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.type()).isEqualTo("/problems/stale");
    }

    @Test
    void listsContinueWhereTheyStopped() {
        var first = sample.get("/agencies?limit=2");
        assertThat(first.json().path("items").toString()).isEqualTo("[\"0\",\"1\"]");
        var next = first.json().path("next").asString();
        assertThat(first.header("Link")).isEqualTo("</api/v1/agencies?limit=2&cursor=" + next + ">; rel=\"next\"");
        var last = sample.get("/agencies?limit=3&cursor=" + next);
        assertThat(last.raw().body()).isEqualTo("{\"items\":[\"2\",\"3\",\"4\"],\"next\":null}");
        assertThat(last.header("Link")).isEmpty();
        assertThat(sample.get("/agencies?parent=x&cursor=" + next)
                        .fault()
                        .path("pointer")
                        .asString())
                .isEqualTo("?cursor");
        assertThat(sample.get("/agencies?limit=501").fault().path("actual").asString())
                .isEqualTo("501");
    }

    @Test
    void requestIdsAreKeptExceptWhereSomebodyAnswers() {
        assertThat(sample.get("/rounds/r", "X-Request-Id", "given-id-1").header("X-Request-Id"))
                .isEqualTo("given-id-1");
        assertThat(sample.get("/rounds/r", "X-Request-Id", "no good").header("X-Request-Id"))
                .hasSize(36);
        var quiet =
                sample.write("POST", "/rounds/r/agencies/imm-chiangmai/responses", "{}", "X-Request-Id", "given-id-1");
        assertThat(quiet.header("X-Request-Id")).isEmpty();
        assertThat(quiet.status()).isEqualTo(422);
        assertThat(quiet.json().path("errors").toString())
                .isEqualTo(
                        "[{\"pointer\":\"/answers/i3\",\"reason\":\"missing\"},"
                                + "{\"pointer\":\"/answers/i1\",\"reason\":\"unknown-option\",\"expected\":[\"1\",\"2\"],\"actual\":\"9\"}]");
    }

    @Test
    void theDescriptionNamesProblemsAndBearer() {
        var api = Answer.to(sample.base.replace("/api/v1", "/openapi.json"), request -> request);
        assertThat(api.status()).isEqualTo(200);
        var create = api.json().at("/paths/~1api~1v1~1rounds/post");
        assertThat(create.path("description").asString()).isEqualTo("For admin.");
        assertThat(create.at("/parameters/0/name").asString()).isEqualTo("Idempotency-Key");
        var list = api.json().at("/paths/~1api~1v1~1agencies/get");
        assertThat(list.path("description").asString()).isEqualTo("For everyone.");
        assertThat(list.at("/parameters/1/description").asString())
                .isEqualTo("How many rows at most: 1 to 500, 50 unless said");
        assertThat(create.at("/responses/default/content").has("application/problem+json"))
                .isTrue();
        assertThat(api.json().at("/components/schemas/Problem/properties").has("errors"))
                .isTrue();
        assertThat(api.json().at("/paths/~1api~1v1~1rounds/get/parameters").size())
                .isEqualTo(1);
    }

    @Test
    void healthAndMetersAreOnTheManagementPort() {
        var port = sample.service.getEnvironment().getProperty("local.management.port");
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
