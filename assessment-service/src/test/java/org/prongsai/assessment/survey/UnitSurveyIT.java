package org.prongsai.assessment.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Given;
import tools.jackson.databind.JsonNode;

/** What can be answered about a unit, for whoever knows nothing but the unit. */
class UnitSurveyIT {

    private static final AssessmentWorld WORLD = AssessmentWorld.get();
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @BeforeAll
    static void open() {
        WORLD.agencies(
                "asked-root,,bureau",
                "asked-nan,asked-root,province",
                "asked-huaikon,asked-nan,checkpoint",
                "asked-tak,asked-root,province",
                "asked-training,asked-root,division");
        WORLD.write(
                WORLD.admin(),
                "PUT",
                "/api/v1/frameworks/ita-immigration-2567",
                "application/yaml",
                Given.frameworkYaml());
        round("asked-over", "\"synthetic\":true", -100, -50, "");
        round("asked-ages-ago", "\"synthetic\":true", -500, -400, "");
        round("asked-practice", "\"rehearsal\":true", 5, 6, "");
        round(
                "asked-open",
                "\"joint\":[{\"agency\":\"asked-nan\",\"with\":[\"asked-huaikon\"],\"reason\":\"four people\"}]",
                -2,
                -1,
                "{\"agency\":\"asked-nan\",\"step\":\"eit\",\"from\":\"%s\",\"to\":\"%s\",\"reason\":\"flood\"}"
                        .formatted(at(-2), at(3)));
    }

    @Test
    void a_unit_is_told_of_its_surveys_with_its_own_windows_and_never_of_what_is_marked() {
        var answer = WORLD.get("/api/v1/agencies/asked-nan/surveys");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("public", "max-age=30");
        assertThat(answer.json().path("agency").toString())
                .isEqualTo("{\"agency\":\"asked-nan\",\"path\":[\"asked-root\",\"asked-nan\"],\"type\":\"province\","
                        + "\"province\":null,\"name\":{\"th\":\"หน่วย asked-nan\",\"en\":\"Unit asked-nan\"}}");
        assertThat(lines(answer.json()))
                .containsExactly(
                        "asked-open eit open",
                        "asked-practice iit ahead",
                        "asked-practice eit ahead",
                        "asked-open iit over",
                        "asked-over iit over",
                        "asked-over eit over");
        var first = answer.json().at("/surveys/0");
        assertThat(first.path("closes").asString()).isEqualTo(at(3));
        assertThat(first.path("open").asBoolean()).isTrue();
        assertThat(first.path("lead").isNull()).isTrue();
        assertThat(first.path("questions").asInt()).isEqualTo(9);
        assertThat(first.at("/title/en").asString()).isEqualTo("Round asked-open");
        assertThat(first.path("languages").valueStream().map(JsonNode::asString))
                .contains("th", "en");
        assertThat(first.path("framework").asString()).isEqualTo("ita-immigration-2567@1");
        assertThat(answer.json().at("/surveys/1/rehearsal").asBoolean()).isTrue();
        assertThat(answer.json().at("/surveys/4/synthetic").asBoolean()).isTrue();
        assertThat(answer.json().at("/surveys/3/open").asBoolean()).isFalse();
    }

    @Test
    void a_unit_without_dates_of_its_own_has_those_of_the_round() {
        assertThat(lines(WORLD.get("/api/v1/agencies/asked-tak/surveys").json()))
                .contains("asked-open iit over", "asked-open eit over")
                .doesNotContain("asked-open eit open");
    }

    @Test
    void a_unit_that_is_assessed_as_part_of_another_one_has_the_windows_of_that_and_is_led_there() {
        var json = WORLD.get("/api/v1/agencies/asked-huaikon/surveys").json();
        assertThat(lines(json)).startsWith("asked-open eit open");
        assertThat(json.at("/surveys/0/lead").asString()).isEqualTo("asked-nan");
        assertThat(json.at("/surveys/1/lead").isNull()).isTrue();
    }

    @Test
    void an_unknown_unit_is_not_found_and_one_in_no_round_has_an_empty_list() {
        var unknown = WORLD.get("/api/v1/agencies/asked-nowhere/surveys");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.faults()).containsExactly("/agency unknown-agency");
        var training = WORLD.get("/api/v1/agencies/asked-training/surveys");
        assertThat(training.status()).isEqualTo(200);
        assertThat(training.json().path("surveys").size()).isZero();
    }

    private static List<String> lines(JsonNode json) {
        return json.path("surveys")
                .valueStream()
                .map(each -> each.path("round").asString() + " "
                        + each.path("instrument").asString() + " "
                        + each.path("state").asString())
                .toList();
    }

    private static void round(String name, String more, int opens, int closes, String override) {
        var answer = WORLD.postJson(
                WORLD.admin(), "/api/v1/rounds", """
                {"round":"%1$s","title":{"th":"รอบ","en":"Round %1$s"},"framework":"ita-immigration-2567@1",
                 "participants":{"parent":"asked-root","types":["province","checkpoint"]},"k":5,%2$s,
                 "calendar":[{"step":"iit","from":"%3$s","to":"%4$s"},{"step":"eit","from":"%3$s","to":"%4$s"},
                             {"step":"oit","from":"%3$s","to":"%4$s"}],
                 "overrides":[%5$s]}""".formatted(name, more, at(opens), at(closes), override));
        if (answer.status() != 201) throw new IllegalStateException(answer.body());
    }

    private static String at(int days) {
        return NOW.plus(days, ChronoUnit.DAYS).toString();
    }
}
