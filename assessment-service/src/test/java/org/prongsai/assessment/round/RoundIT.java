package org.prongsai.assessment.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Given;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;

class RoundIT {

    private static final AssessmentWorld WORLD = AssessmentWorld.get();

    @BeforeAll
    static void register() throws Exception {
        WORLD.agencies(
                "immigration-bureau,,bureau",
                "rounds-division,immigration-bureau,division",
                "imm-rounds,rounds-division,province");
        WORLD.write(
                WORLD.admin(),
                "PUT",
                "/api/v1/frameworks/ita-immigration-2567",
                "application/yaml",
                Given.frameworkYaml());
    }

    @Test
    void a_round_is_opened_told_audited_and_shown() {
        var created = WORLD.postJson(WORLD.admin(), "/api/v1/rounds", request("round-shown"));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/rounds/round-shown");
        var shown = WORLD.get("/api/v1/rounds/round-shown");
        assertThat(shown.json().path("state").asString()).isEqualTo("open");
        assertThat(shown.json().path("k").asInt()).isEqualTo(5);
        assertThat(WORLD.told(Topic.ROUNDS, "round-shown", r -> !r.isEmpty())).isNotEmpty();
        assertThat(WORLD.one(
                        "assessment",
                        Long.class,
                        "select count(*) from audit where subject = 'rounds/round-shown' and action = 'open-round'"))
                .isEqualTo(1);
        assertThat(WORLD.get("/api/v1/rounds?limit=500").body()).contains("round-shown");
        assertThat(WORLD.postJson(WORLD.admin(), "/api/v1/rounds", request("round-shown"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void an_unknown_framework_and_a_survey_without_a_window_are_named_together() {
        var answer = WORLD.postJson(
                WORLD.admin(),
                "/api/v1/rounds",
                request("round-faulty")
                        .replace("ita-immigration-2567@1", "ita-nowhere@1")
                        .replace("rounds-division", "imm-moon"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.faults()).contains("/framework unknown-framework", "/participants/parent unknown-agency");
    }

    @Test
    void whoever_leaves_does_not_end_the_reading_that_others_wait_for() {
        var rounds = WORLD.context().getBean(RoundStore.class);
        for (int i = 0; i < 20; i++) {
            var waiting = rounds.find("round-read-" + i).toFuture();
            rounds.find("round-read-" + i).subscribe().dispose();

            assertThat(waiting).succeedsWithin(Duration.ofSeconds(10)).isNull();
        }
    }

    @Test
    void only_an_admin_opens_a_round() {
        assertThat(WORLD.postJson(WORLD.token("coordinator", "imm-rounds"), "/api/v1/rounds", request("round-x"))
                        .status())
                .isEqualTo(403);
        assertThat(WORLD.send("POST", "/api/v1/rounds", request("round-x"), "Content-Type", "application/json")
                        .status())
                .isEqualTo(401);
        String expired = WORLD.tokens().expired("demo-admin", java.util.List.of("admin"), java.util.List.of());
        assertThat(WORLD.postJson(expired, "/api/v1/rounds", request("round-x")).status())
                .isEqualTo(401);
        String forged = WORLD.tokens().forged("demo-admin", java.util.List.of("admin"), java.util.List.of());
        assertThat(WORLD.postJson(forged, "/api/v1/rounds", request("round-x")).status())
                .isEqualTo(401);
    }

    @Test
    void an_open_window_is_extended_by_whoever_saw_the_calendar_last() {
        WORLD.postJson(WORLD.admin(), "/api/v1/rounds", request("round-extended"));
        String etag = WORLD.get("/api/v1/rounds/round-extended").header("ETag");
        assertThat(calendar("round-extended", "", "2099-07-15").status()).isEqualTo(428);
        assertThat(calendar("round-extended", "\"77\"", "2099-07-15").status()).isEqualTo(412);
        var changed = calendar("round-extended", etag, "2099-07-15");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        var events = WORLD.told(Topic.ROUNDS, "round-extended", r -> r.size() >= 2);
        assertThat(new String(events.getLast().headers().lastHeader("ce_type").value()))
                .isEqualTo("WindowExtended");
        var again = calendar("round-extended", changed.header("ETag"), "2099-07-15");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo(changed.header("ETag"));
        assertThat(calendar("round-extended", changed.header("ETag"), "2098-01-01")
                        .faults())
                .containsExactly("/calendar/1 shortened");
    }

    @Test
    void a_survey_shows_its_questions_and_never_a_value() {
        WORLD.postJson(WORLD.admin(), "/api/v1/rounds", request("round-survey"));
        var survey = WORLD.get("/api/v1/rounds/round-survey/surveys/eit");
        assertThat(survey.json().path("questions").size()).isEqualTo(9);
        assertThat(survey.json().path("state").asString()).isEqualTo("open");
        assertThat(survey.body()).doesNotContain("\"value\"");
        assertThat(WORLD.get("/api/v1/rounds/round-survey/surveys/oit").status())
                .isEqualTo(404);
    }

    @Test
    void a_title_that_nobody_can_read_is_refused_at_the_door() {
        var answer = WORLD.postJson(
                WORLD.admin(),
                "/api/v1/rounds",
                request("round-unreadable").replace("\"title\":{", "\"title\":{\"lo\":\"a\\u0000b\","));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.faults()).containsExactly("/title/lo wrong-value");
    }

    @Test
    void a_unit_registers_its_population_and_learns_its_minimum() {
        WORLD.postJson(WORLD.admin(), "/api/v1/rounds", request("round-population"));
        String path = "/api/v1/rounds/round-population/agencies/imm-rounds/population";
        String own = WORLD.token("coordinator", "imm-rounds");
        assertThat(WORLD.write(
                                WORLD.token("coordinator", "imm-phuket"),
                                "PUT",
                                path,
                                "application/json",
                                people(75, 560))
                        .status())
                .isEqualTo(403);
        var put = WORLD.write(own, "PUT", path, "application/json", people(75, 560));
        assertThat(put.status()).as(put.body()).isEqualTo(200);
        assertThat(put.json().path("minimumSample").path("eit").asInt()).isEqualTo(56);
        assertThat(WORLD.write(own, "PUT", path, "application/json", people(75, 560))
                        .header("ETag"))
                .isEqualTo(put.header("ETag"));
        assertThat(WORLD.write(own, "PUT", path, "application/json", people(80, 560))
                        .status())
                .isEqualTo(428);
        assertThat(WORLD.write(own, "PUT", path, "application/json", people(80, 560), "If-Match", put.header("ETag"))
                        .status())
                .isEqualTo(200);
        assertThat(WORLD.write(own, "PUT", path, "application/json", "{\"internal\":-3}")
                        .faults())
                .containsExactlyInAnyOrder("/internal out-of-range", "/external missing");
        assertThat(WORLD.told(Topic.POPULATIONS, "round-population/imm-rounds", r -> r.size() >= 2))
                .hasSize(2);
    }

    @Test
    void staff_on_leave_are_registered_and_leave_everything_that_is_counted() {
        WORLD.postJson(WORLD.admin(), "/api/v1/rounds", request("round-leave"));
        String path = "/api/v1/rounds/round-leave/agencies/imm-rounds/population";
        String body = "{\"internal\":40,\"onLeave\":12,\"external\":560}";
        var put = WORLD.write(WORLD.admin(), "PUT", path, "application/json", body);
        assertThat(put.json().path("internal").asInt()).isEqualTo(40);
        assertThat(put.json().path("onLeave").asInt()).isEqualTo(12);
        assertThat(put.json().at("/minimumSample/iit").asInt()).isEqualTo(28);
        assertThat(WORLD.getAs(WORLD.admin(), path).json()).isEqualTo(put.json());
        var told = WORLD.told(Topic.POPULATIONS, "round-leave/imm-rounds", r -> !r.isEmpty());
        assertThat(EventJson.MAPPER
                        .readTree(told.getFirst().value())
                        .path("internal")
                        .asInt())
                .isEqualTo(28);
        assertThat(WORLD.write(WORLD.admin(), "PUT", path, "application/json", body.replace("12", "41"))
                        .faults())
                .containsExactly("/onLeave more-than-staff");
    }

    @Test
    void of_two_who_register_at_once_the_second_is_asked_what_it_saw() {
        for (int i = 0; i < 8; i++) {
            String round = "round-population-twice-" + i;
            WORLD.postJson(WORLD.admin(), "/api/v1/rounds", request(round));
            String path = "/api/v1/rounds/" + round + "/agencies/imm-rounds/population";
            var both = Stream.of(75, 76)
                    .map(staff -> CompletableFuture.supplyAsync(() -> WORLD.write(
                            WORLD.admin(),
                            "PUT",
                            path,
                            "application/json",
                            "{\"internal\":%d,\"external\":560}".formatted(staff))))
                    .toList();

            assertThat(both.stream().map(CompletableFuture::join).map(Answer::status))
                    .containsExactlyInAnyOrder(200, 428);
        }
    }

    @Test
    void after_the_time_for_it_only_an_admin_changes_a_population() {
        var asked = request("round-population-over").replace("\"calendar\":[", """
                        "calendar":[{"step":"population","from":"2025-01-01","to":"2025-01-31"},""");
        WORLD.postJson(WORLD.admin(), "/api/v1/rounds", asked);
        String path = "/api/v1/rounds/round-population-over/agencies/imm-rounds/population";
        var own =
                WORLD.write(WORLD.token("coordinator", "imm-rounds"), "PUT", path, "application/json", people(75, 30));
        assertThat(own.status()).as(own.body()).isEqualTo(422);
        assertThat(own.problem()).isEqualTo("window-closed");
        assertThat(WORLD.write(WORLD.admin(), "PUT", path, "application/json", people(75, 560))
                        .status())
                .isEqualTo(200);
    }

    private static String people(int internal, int external) {
        return "{\"internal\":%d,\"external\":%d}".formatted(internal, external);
    }

    private static org.prongsai.assessment.Answer calendar(String round, String etag, String eitEnd) {
        String body = """
                {"calendar":[{"step":"iit","from":"2026-01-01","to":"2099-06-30"},
                             {"step":"eit","from":"2026-01-01","to":"%s"}]}""".formatted(eitEnd);
        String path = "/api/v1/rounds/" + round + "/calendar";
        return etag.isEmpty()
                ? WORLD.write(WORLD.admin(), "PUT", path, "application/json", body)
                : WORLD.write(WORLD.admin(), "PUT", path, "application/json", body, "If-Match", etag);
    }

    private static String request(String round) {
        return """
                {"round":"%s","title":{"th":"รอบทดสอบ","en":"Test round"},"framework":"ita-immigration-2567@1",
                 "participants":{"parent":"rounds-division","types":["province"]},"k":5,
                 "calendar":[{"step":"iit","from":"2026-01-01","to":"2099-06-30"},
                             {"step":"eit","from":"2026-01-01","to":"2099-06-30"}]}""".formatted(round);
    }
}
