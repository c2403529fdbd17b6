package org.prongsai.assessment.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Given;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.RoundState;

/** Small units that are assessed as part of another one. */
class JointIT {

    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void units_are_joined_told_audited_and_shown() {
        var round = Amending.open("joint-shown");
        var joined = round.join("[" + round.together(round.lead(), round.member()) + "]");
        assertThat(joined.status()).as(joined.body()).isEqualTo(200);
        assertThat(joined.json().at("/joint/0/with/0").asString()).isEqualTo(round.member());
        assertThat(joined.header("ETag"))
                .isEqualTo("\"2\"")
                .isEqualTo(round.read().header("ETag"));
        assertThat(round.read().json().at("/joint/0/agency").asString()).isEqualTo(round.lead());
        assertThat(round.read().json().at("/joint/0/reason").asString()).isEqualTo("four people");
        var survey = world.get(round.path() + "/surveys/eit").json();
        assertThat(survey.at("/joint/0").toString())
                .isEqualTo("{\"agency\":\"%s\",\"with\":[\"%s\"]}".formatted(round.lead(), round.member()));
        var told = world.told(Topic.ROUNDS, round.name(), r -> r.size() >= 2).getLast();
        assertThat(new String(told.headers().lastHeader("ce_type").value())).isEqualTo("UnitsJoined");
        var state = EventJson.MAPPER.treeToValue(
                EventJson.MAPPER.readTree(told.value()).path("state"), RoundState.class);
        assertThat(state.lead(round.member())).contains(round.lead());
        assertThat(world.one(
                        "assessment",
                        Long.class,
                        "select count(*) from audit where action = 'set-joint' and subject = 'rounds/joint-shown'"))
                .isEqualTo(1);
    }

    @Test
    void whoever_comes_to_a_joined_unit_is_led_to_the_lead() {
        var round = Amending.open("joint-led");
        round.join("[" + round.together(round.lead(), round.member()) + "]");
        for (Answer refused : new Answer[] {
            round.submit(round.member(), 1),
            round.register(round.member(), "{\"internal\":4,\"external\":90}"),
            world.getAs(world.admin(), round.path() + "/agencies/" + round.member() + "/population"),
            world.getAs(world.admin(), round.path() + "/agencies/" + round.member() + "/turnout")
        }) {
            assertThat(refused.status()).as(refused.body()).isEqualTo(404);
            assertThat(refused.problem()).isEqualTo("assessed-jointly");
            assertThat(refused.json().path("detail").asString())
                    .contains(round.member(), round.lead())
                    .contains(round.path() + "/agencies/" + round.lead());
            assertThat(refused.faults()).containsExactly("/agency assessed-jointly");
            assertThat(refused.json().at("/errors/0/expected").asString())
                    .isEqualTo(round.path() + "/agencies/" + round.lead());
        }
        assertThat(round.submit(round.lead(), 1).status()).isEqualTo(201);
        assertThat(round.register(round.lead(), "{\"internal\":30,\"external\":90}")
                        .status())
                .isEqualTo(200);
        assertThat(round.answers()).isEqualTo(1);
    }

    @Test
    void a_file_of_answers_names_the_lead_of_each_line() {
        var round = Amending.open(
                "joint-file",
                "\"synthetic\":true,\"joint\":[{\"agency\":\"joint-file-nan\",\"with\":[\"joint-file-huaikon\"],"
                        + "\"reason\":\"four people\"}]");
        var line = EventJson.MAPPER.writeValueAsString(java.util.Map.of(
                "agency",
                round.member(),
                "instrument",
                "eit",
                "token",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "answers",
                Given.answers("eit")));
        var refused =
                world.write(world.admin(), "POST", round.path() + "/responses/imports", "application/x-ndjson", line);
        assertThat(refused.faults()).containsExactly("/lines/1/agency assessed-jointly");
        assertThat(refused.json().at("/errors/0/expected").asString())
                .isEqualTo(round.path() + "/agencies/" + round.lead());
        var taken = world.write(
                world.admin(),
                "POST",
                round.path() + "/responses/imports",
                "application/x-ndjson",
                line.replace(round.member(), round.lead()));
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.json().path("released").asInt()).isEqualTo(1);
    }

    @Test
    void every_fault_is_named_and_nothing_changes() {
        var round = Amending.open("joint-faulty");
        var refused = round.join("[%s,%s,{\"agency\":\"%s\",\"with\":[]}]"
                .formatted(
                        round.together(round.lead(), round.member(), "imm-moon", round.stranger()),
                        round.together(round.member(), round.lead()),
                        round.other()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("invalid-round");
        assertThat(refused.faults())
                .containsExactly(
                        "/joint/0/with/0 is-lead",
                        "/joint/0/with/1 unknown-agency",
                        "/joint/0/with/2 not-participating",
                        "/joint/1/with/0 is-lead",
                        "/joint/2/with missing",
                        "/joint/2/reason invalid-reason");
        assertThat(round.read().json().path("joint").size()).isZero();
        assertThat(round.put("/joint", "{}").faults()).containsExactly("/joint missing");
        assertThat(round.join("[null]").status()).isEqualTo(400);
        assertThat(round.put("/joint", "{\"joined\":[]}").status()).isEqualTo(400);
    }

    @Test
    void a_unit_with_dates_of_its_own_is_not_joined_and_a_joined_one_gets_none() {
        var round = Amending.open("joint-dates");
        String dates = """
                {"calendar":[{"step":"iit","from":"2026-01-01","to":"2099-06-30"},
                             {"step":"eit","from":"2026-01-01","to":"2099-06-30"}],
                 "overrides":[{"agency":"%s","step":"eit","from":"2026-01-01","to":"2099-07-31","reason":"flood"}]}""";
        round.join("[" + round.together(round.lead(), round.member()) + "]");
        var refused = round.put("/calendar", dates.formatted(round.member()));
        assertThat(refused.faults()).containsExactly("/overrides/0/agency assessed-jointly");
        assertThat(refused.json().at("/errors/0/expected").asString()).contains(round.lead());
        assertThat(round.put("/calendar", dates.formatted(round.other())).status())
                .isEqualTo(200);
        assertThat(round.join("[" + round.together(round.lead(), round.member(), round.other()) + "]")
                        .faults())
                .containsExactly("/joint/0/with/1 has-override");
    }

    @Test
    void a_round_with_units_that_cannot_be_joined_is_not_opened() {
        var round = Amending.open("joint-opened");
        var refused = world.postJson(
                world.admin(),
                "/api/v1/rounds",
                round.request("\"joint\":[" + round.together(round.lead(), round.stranger()) + "]")
                        .replace("\"round\":\"joint-opened\"", "\"round\":\"joint-never\""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.faults()).containsExactly("/joint/0/with/0 not-participating");
    }

    @Test
    void only_an_admin_who_saw_the_round_last_joins_units() {
        var round = Amending.open("joint-roles");
        String body = "{\"joint\":[" + round.together(round.lead(), round.member()) + "]}";
        round.isAskedForByWhoSawIt("/joint", body);
        var first = round.put("/joint", body);
        assertThat(round.put("/joint", body).header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void what_a_unit_did_alone_stays_its_own() {
        var round = Amending.open("joint-late");
        assertThat(round.register(round.member(), "{\"internal\":4,\"external\":90}")
                        .status())
                .isEqualTo(200);
        assertThat(round.submit(round.lead(), 1).status()).isEqualTo(201);
        var refused = round.join("[" + round.together(round.lead(), round.member()) + "]");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.faults())
                .containsExactlyInAnyOrder("/joint/0/with/0 population-registered", "/joint/0/agency answered");
        assertThat(round.join("[" + round.together(round.other(), round.member()) + "]")
                        .faults())
                .containsExactly("/joint/0/with/0 population-registered");
    }

    @Test
    void what_units_did_together_is_not_taken_apart() {
        var round = Amending.open("joint-apart");
        round.join("[" + round.together(round.lead(), round.member()) + "]");
        round.register(round.lead(), "{\"internal\":30,\"external\":90}");
        assertThat(round.join("[]").faults()).containsExactly("/joint population-registered");
        assertThat(round.submit(round.member(), 1).faults()).containsExactly("/agency assessed-jointly");
    }

    @Test
    void units_that_did_nothing_are_taken_apart_again() {
        var round = Amending.open("joint-free");
        round.join("[" + round.together(round.lead(), round.member()) + "]");
        assertThat(round.join("[]").status()).isEqualTo(200);
        assertThat(round.register(round.member(), "{\"internal\":4,\"external\":90}")
                        .status())
                .isEqualTo(200);
    }
}
