package org.prongsai.assessment.turnout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.contracts.EventJson;

/** What is shown of one unit's turnout, to whom, as of when. */
class TurnoutIT {

    private final AssessmentWorld world = AssessmentWorld.get();

    private static int responses(Answer answer) {
        return answer.json().at("/instruments/1/responses").asInt(-1);
    }

    @Test
    void the_authority_sees_at_once_what_has_come_in() {
        var region = Region.open("turnout-exact", "turnout-exact-nan,turnout-exact,province");
        region.register("turnout-exact-nan", 40, 560);
        assertThat(responses(region.turnout(world.admin(), "turnout-exact-nan")))
                .isZero();
        assertThat(region.office("turnout-exact-nan").visit(0, 3)).containsOnly(201);
        for (var role : List.of("admin", "auditor")) {
            var shown = region.turnout(world.token(role), "turnout-exact-nan").json();
            assertThat(shown.path("exact").asBoolean()).isTrue();
            assertThat(OffsetDateTime.parse(shown.path("asOf").asString()))
                    .isBetween(
                            OffsetDateTime.now().minusMinutes(1),
                            OffsetDateTime.now().plusMinutes(1));
            assertThat(shown.path("asOf").asString()).matches("....-..-..T..:..:..\\+07:00");
            assertThat(shown.path("instruments")).isEqualTo(EventJson.MAPPER.readTree("""
                    [{"code":"iit","population":40,"minimum":30,"minimumReached":false,"responses":0,
                      "parts":[{"code":"1","responses":0}]},
                     {"code":"eit","population":560,"minimum":56,"minimumReached":false,"responses":3,
                      "parts":[{"code":"1","responses":3},{"code":"2","responses":0}]}]"""));
        }
    }

    @Test
    void units_and_commanders_see_the_morning_and_at_once_that_the_minimum_is_reached() {
        var region = Region.open("turnout-morning", "turnout-morning-nan,turnout-morning,province");
        var nan = region.office("turnout-morning-nan");
        region.register("turnout-morning-nan", 40, 4);
        nan.visit(0, 3);
        var day = region.morning();
        nan.visit(3, 5);
        for (var role : List.of("coordinator", "executive", "commander")) {
            var shown = region.turnout(world.token(role, "turnout-morning"), "turnout-morning-nan");
            assertThat(shown.json()).isEqualTo(EventJson.MAPPER.readTree("""
                    {"asOf":"%sT06:00:00+07:00","exact":false,"instruments":[
                      {"code":"iit","population":40,"minimum":30,"minimumReached":false,"responses":0,
                       "parts":[{"code":"1","responses":0}]},
                      {"code":"eit","population":4,"minimum":4,"minimumReached":true,"responses":3,
                       "parts":[{"code":"1","responses":3},{"code":"2","responses":0}]}]}""".formatted(day)));
        }
        assertThat(responses(region.turnout(world.admin(), "turnout-morning-nan")))
                .isEqualTo(5);
        region.morning();
        assertThat(responses(region.turnout(world.token("coordinator", "turnout-morning"), "turnout-morning-nan")))
                .isEqualTo(5);
    }

    @Test
    void the_wider_of_two_roles_counts() {
        var region = Region.open("turnout-both", "turnout-both-nan,turnout-both,province");
        region.office("turnout-both-nan").visit(0, 1);
        var both = world.tokens().token("demo-both", List.of("coordinator", "auditor"), List.of("turnout-both-nan"));
        var shown = region.turnout(both, "turnout-both-nan");
        assertThat(shown.json().path("exact").asBoolean()).isTrue();
        assertThat(responses(shown)).isEqualTo(1);
        assertThat(region.list(both, "").json().path("exact").asBoolean()).isTrue();
    }

    @Test
    void before_the_first_morning_units_see_no_number() {
        var region = Region.open("turnout-first", "turnout-first-nan,turnout-first,province");
        region.office("turnout-first-nan").visit(0, 2);
        region.register("turnout-first-nan", 40, 2);
        region.asOwner("responses", "truncate turnout, turnout_day");
        var token = world.token("coordinator", "turnout-first-nan");
        var shown = region.turnout(token, "turnout-first-nan").json();
        assertThat(shown.at("/asOf").isNull()).isTrue();
        assertThat(shown.at("/instruments/1/responses").isNull()).isTrue();
        assertThat(shown.at("/instruments/1/parts/0/responses").isNull()).isTrue();
        assertThat(shown.at("/instruments/1/minimumReached").asBoolean()).isTrue();
        var listed = region.list(token, "").json();
        assertThat(listed.at("/asOf").isNull()).isTrue();
        assertThat(listed.at("/items/0/instruments/1/share").isNull()).isTrue();
        assertThat(responses(region.turnout(world.admin(), "turnout-first-nan")))
                .isEqualTo(2);
    }

    @Test
    void without_a_registered_population_the_minimum_is_the_floor() {
        var region = Region.open("turnout-floor", "turnout-floor-nan,turnout-floor,province");
        var shown = region.turnout(world.admin(), "turnout-floor-nan").json();
        assertThat(shown.at("/instruments/1/population").isNull()).isTrue();
        assertThat(shown.at("/instruments/1/minimum").asInt()).isEqualTo(30);
    }

    @Test
    void staff_on_leave_are_no_part_of_the_population() {
        var region = Region.open("turnout-leave", "turnout-leave-nan,turnout-leave,province");
        region.register("turnout-leave-nan", "{\"internal\":31,\"external\":9000,\"onLeave\":11}");
        var shown = region.turnout(world.admin(), "turnout-leave-nan").json();
        assertThat(shown.at("/instruments/0/population").asInt()).isEqualTo(20);
        assertThat(shown.at("/instruments/0/minimum").asInt()).isEqualTo(20);
        assertThat(shown.at("/instruments/1/minimum").asInt()).isEqualTo(400);
    }

    @Test
    void another_answer_of_the_same_token_is_no_other_response_before_it_leaves_and_after() {
        var region = Region.open("turnout-again", "turnout-again-nan,turnout-again,province");
        var nan = region.office("turnout-again-nan");
        nan.visit(0, 12);
        nan.submit(0, 1);
        assertThat(responses(region.turnout(world.admin(), "turnout-again-nan")))
                .isEqualTo(12);
        AssessmentWorld.eventually("all but k have left", () -> nan.rows("not waiting") > 0);
        assertThat(responses(region.turnout(world.admin(), "turnout-again-nan")))
                .isEqualTo(12);
        for (int visitor = 0; visitor < 12; visitor++) nan.submit(visitor, (visitor + 1) % 3);
        assertThat(responses(region.turnout(world.admin(), "turnout-again-nan")))
                .isEqualTo(12);
        AssessmentWorld.eventually("enough have left again", () -> nan.rows("waiting") < 10);
        assertThat(responses(region.turnout(world.admin(), "turnout-again-nan")))
                .isEqualTo(12);
    }

    @Test
    void a_token_that_waits_and_is_counted_is_one_response_now_and_in_the_morning() {
        var region = Region.open("turnout-twice", "turnout-twice-nan,turnout-twice,province");
        region.answers("turnout-twice-nan", "iit", 1, 6, false);
        region.answers("turnout-twice-nan", "iit", 4, 9, true);
        region.answers("turnout-twice-nan", "eit", 1, 2, true);
        region.morning();
        for (var token : List.of(world.admin(), world.token("executive", "turnout-twice-nan"))) {
            var shown = region.turnout(token, "turnout-twice-nan").json();
            assertThat(shown.at("/instruments/0/responses").asInt()).isEqualTo(9);
            assertThat(shown.at("/instruments/1/responses").asInt()).isEqualTo(2);
        }
    }

    @Test
    void a_unit_that_takes_no_part_is_not_found() {
        var region = Region.open("turnout-part", "turnout-part-nan,turnout-part,province");
        assertThat(region.turnout(world.admin(), "turnout-part").faults()).containsExactly("/agency not-participating");
        assertThat(region.turnout(world.admin(), "atlantis").faults()).containsExactly("/agency unknown-agency");
        var nowhere = new Region(world, "atlantis");
        assertThat(nowhere.turnout(world.admin(), "turnout-part-nan").faults()).containsExactly("/round unknown-round");
        assertThat(nowhere.list(world.admin(), "").faults()).containsExactly("/round unknown-round");
    }

    @Test
    void nobody_sees_units_of_others() {
        var region = Region.open(
                "turnout-own", "turnout-own-nan,turnout-own,province", "turnout-own-tak,turnout-own,province");
        for (var role : List.of("coordinator", "executive", "commander")) {
            assertThat(region.turnout(world.token(role, "turnout-own-tak"), "turnout-own-nan")
                            .status())
                    .isEqualTo(403);
            assertThat(Region.slugs(region.list(world.token(role, "turnout-own-tak"), "")))
                    .containsExactly("turnout-own-tak");
            assertThat(Region.slugs(region.list(world.token(role, "turnout-own-tak"), "?parent=turnout-own-nan")))
                    .isEmpty();
            assertThat(Region.slugs(region.list(world.token(role), ""))).isEmpty();
        }
        for (var role : List.of("assessor", "system")) {
            assertThat(region.turnout(world.token(role, "turnout-own"), "turnout-own-nan")
                            .status())
                    .isEqualTo(403);
            assertThat(region.list(world.token(role, "turnout-own"), "").status())
                    .isEqualTo(403);
            assertThat(region.list(world.token(role, "turnout-own"), ".csv").status())
                    .isEqualTo(403);
        }
        assertThat(world.get(region.path() + "/turnouts").status()).isEqualTo(401);
        assertThat(world.get(region.path() + "/turnouts.csv").status()).isEqualTo(401);
    }

    @Test
    void who_was_down_at_six_says_when_it_was_really_counted() {
        var region = Region.open("turnout-late", "turnout-late-nan,turnout-late,province");
        region.office("turnout-late-nan").visit(0, 2);
        var day = region.newDay();
        region.count(Region.at(day, LocalTime.of(14, 32, 10, 999_000_000)));
        var shown = region.turnout(world.token("commander", "turnout-late"), "turnout-late-nan");
        assertThat(shown.json().path("asOf").asString()).isEqualTo(day + "T14:32:10+07:00");
        assertThat(responses(shown)).isEqualTo(2);
    }
}
