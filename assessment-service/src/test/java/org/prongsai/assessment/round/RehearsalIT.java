package org.prongsai.assessment.round;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Given;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;

/** Rounds in which everybody only practises. */
class RehearsalIT {

    private static final AssessmentWorld WORLD = AssessmentWorld.get();
    private static final String CALENDAR = """
            "calendar":[{"step":"iit","from":"2026-01-01","to":"2099-06-30"},
                        {"step":"eit","from":"2026-01-01","to":"2099-07-15"}]""";

    @BeforeAll
    static void register() throws Exception {
        WORLD.agencies("immigration-bureau,,bureau", "imm-division-5,immigration-bureau,division");
        WORLD.write(
                WORLD.admin(),
                "PUT",
                "/api/v1/frameworks/ita-immigration-2567",
                "application/yaml",
                Given.frameworkYaml());
    }

    @Test
    void a_rehearsal_is_one_from_the_beginning_and_is_shown_as_one() {
        WORLD.postJson(WORLD.admin(), "/api/v1/rounds", request("round-real", false));
        var rehearsal = request("round-rehearsal", true);
        var opened = WORLD.postJson(WORLD.admin(), "/api/v1/rounds", rehearsal);
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        assertThat(opened.json().path("rehearsal").asBoolean()).isTrue();
        assertThat(WORLD.get("/api/v1/rounds/round-rehearsal")
                        .json()
                        .path("rehearsal")
                        .asBoolean())
                .isTrue();
        assertThat(WORLD.get("/api/v1/rounds/round-real")
                        .json()
                        .path("rehearsal")
                        .asBoolean(true))
                .isFalse();
        assertThat(WORLD.get("/api/v1/rounds/round-rehearsal/surveys/iit")
                        .json()
                        .path("rehearsal")
                        .asBoolean())
                .isTrue();
        assertThat(rounds("true")).contains("round-rehearsal").doesNotContain("round-real");
        assertThat(rounds("false")).contains("round-real").doesNotContain("round-rehearsal");
        assertThat(WORLD.get("/api/v1/rounds?limit=500").body()).contains("round-real", "round-rehearsal");
        assertThat(WORLD.get("/api/v1/rounds?rehearsal=perhaps").status()).isEqualTo(400);
        var told = WORLD.told(Topic.ROUNDS, "round-rehearsal", r -> !r.isEmpty());
        assertThat(EventJson.MAPPER
                        .readTree(told.getFirst().value())
                        .at("/state/rehearsal")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void nothing_makes_a_rehearsal_a_round_that_counts() {
        var rehearsal = request("round-practice", true);
        var opened = WORLD.postJson(WORLD.admin(), "/api/v1/rounds", rehearsal);
        assertThat(calendar("{%s}".formatted(CALENDAR), opened.header("ETag")).status())
                .isEqualTo(200);
        assertThat(WORLD.get("/api/v1/rounds/round-practice")
                        .json()
                        .path("rehearsal")
                        .asBoolean())
                .isTrue();
        var renamed = "{\"rehearsal\":false,\"calendar\":[]}";
        var refused = calendar(renamed, "*");
        assertThat(refused.status()).isEqualTo(400);
    }

    private static String rounds(String rehearsal) {
        return WORLD.get("/api/v1/rounds?limit=500&rehearsal=" + rehearsal).body();
    }

    private static Answer calendar(String body, String etag) {
        return WORLD.write(
                WORLD.admin(),
                "PUT",
                "/api/v1/rounds/round-practice/calendar",
                "application/json",
                body,
                "If-Match",
                etag);
    }

    private static String request(String round, boolean rehearsal) {
        return """
                {"round":"%s","title":{"th":"รอบทดสอบ","en":"Test round"},"framework":"ita-immigration-2567@1",
                 "participants":{"parent":"imm-division-5","types":["province"]},"k":5,"rehearsal":%s,%s}""".formatted(round, rehearsal, CALENDAR.replace("2099-07-15", "2099-06-30"));
    }
}
