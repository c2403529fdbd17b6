package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prongsai.scoring.Sample.BAD;
import static org.prongsai.scoring.Sample.BAD_STAFF;
import static org.prongsai.scoring.Sample.GOOD;
import static org.prongsai.scoring.Sample.GOOD_STAFF;
import static org.prongsai.scoring.Sample.UNKNOWING;
import static org.prongsai.scoring.Sample.release;
import static org.prongsai.scoring.Sample.times;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.PopulationRegistered;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.contracts.assessment.RoundOpened;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.methodology.tally.Tally;

class ScoreIT {
    private final Stage stage = Stage.get();

    private void answers(Setting setting, String unit, String instrument, int good, int bad) {
        boolean staff = instrument.equals("iit");
        stage.tell(release(setting.round(), unit, instrument, times(good, staff ? GOOD_STAFF : GOOD), List.of()));
        stage.tell(release(setting.round(), unit, instrument, times(bad, staff ? BAD_STAFF : BAD), List.of()));
    }

    private void marks(Setting setting, String unit) {
        stage.tell(new ItemMarked(setting.round(), unit, "o1", 100));
        stage.tell(new ItemMarked(setting.round(), unit, "o2", 0));
        stage.tell(new ItemMarked(setting.round(), unit, "o3", 100));
    }

    private String tally(String round, String unit, String instrument) {
        return stage.one(
                "select coalesce((select body from tally where round = $1 and agency = $2 and instrument = $3), '')",
                String.class,
                round,
                unit,
                instrument);
    }

    private static String eit(int good, int bad) {
        return Tally.empty(Sample.edition().forms().get("eit"))
                .plusAll(java.util.Collections.nCopies(good, GOOD))
                .plusAll(java.util.Collections.nCopies(bad, BAD))
                .toText();
    }

    @Test
    void answers_and_marks_become_a_score() {
        var setting = Setting.of("becomes").framework().units(2).opened();
        var unit = setting.unit(1);
        stage.tell(new PopulationRegistered("becomes", unit, 40, 400));
        answers(setting, unit, "iit", 30, 10);
        answers(setting, unit, "eit", 45, 15);
        marks(setting, unit);
        await().untilAsserted(() ->
                assertThat(stage.score("becomes", unit).text("/total/score")).isEqualTo("75.0"));
        await().untilAsserted(() -> assertThat(stage.score("becomes", unit).text("/instruments/1/minimum"))
                .isEqualTo("40"));
        var score = stage.score("becomes", unit);
        assertThat(score.status()).isEqualTo(200);
        assertThat(score.header("Content-Type")).isEqualTo("application/json");
        assertThat(score.raw().body()).contains("\"score\":75.00").contains("\"synthetic\":true");
        assertThat(score.text("/level/code")).isEqualTo("must-improve");
        assertThat(score.text("/adequacy")).isEqualTo("sufficient");
        assertThat(score.text("/status")).isEqualTo("live");
        assertThat(score.json().at("/instruments/1").toString())
                .contains("\"code\":\"eit\"", "\"responses\":60", "\"minimum\":40", "\"interval\":[");
        assertThat(score.json().at("/indicators")).hasSize(5);
        assertThat(Instant.parse(score.text("/asOf"))).isAfter(Sample.PAST);
    }

    @Test
    void what_nothing_vouched_for_is_said_beside_the_score_and_not_in_it() {
        var setting = Setting.of("flooded").framework().units(1).opened();
        var unit = setting.unit(1);
        answers(setting, unit, "eit", 45, 15);
        stage.tell(
                new ResponsesReleased("flooded", unit, "eit", "1-unverified", Sample.REF, times(70, BAD), List.of()));
        await().untilAsserted(() -> assertThat(stage.score("flooded", unit).text("/instruments/1/parts/2/responses"))
                .isEqualTo("70"));
        await().untilAsserted(() -> assertThat(stage.score("flooded", unit).text("/instruments/1/responses"))
                .isEqualTo("60"));
        var score = stage.score("flooded", unit);
        assertThat(score.json().at("/instruments/1/parts/2").toString())
                .isEqualTo("{\"code\":\"1-unverified\",\"responses\":70,\"score\":null,\"counted\":false}");
        assertThat(score.raw().body()).contains("\"reason\":\"unverified\"");
        assertThat(score.text("/instruments/1/score")).isEqualTo("75.0");
        assertThat(stage.one("select count(*) from parked where key = $1", Long.class, unit))
                .isZero();
    }

    @Test
    void an_unchanged_score_is_not_sent_twice() {
        var setting = Setting.of("unchanged").framework().units(1).opened();
        await().untilAsserted(() ->
                assertThat(stage.score("unchanged", setting.unit(1)).status()).isEqualTo(200));
        var tag = stage.score("unchanged", setting.unit(1)).header("ETag");
        var path = "/rounds/unchanged/agencies/" + setting.unit(1) + "/score";
        var again = stage.get(path, "Authorization", "Bearer " + stage.token("auditor"), "If-None-Match", tag);
        assertThat(again.status()).isEqualTo(304);
        answers(setting, setting.unit(1), "eit", 5, 5);
        await().untilAsserted(() -> assertThat(
                        stage.score("unchanged", setting.unit(1)).header("ETag"))
                .isNotEqualTo(tag));
    }

    @Test
    void a_participant_without_data_has_an_empty_score_and_strangers_have_none() {
        var setting = Setting.of("empty").framework().units(1).opened();
        await().untilAsserted(() ->
                assertThat(stage.score("empty", setting.unit(1)).status()).isEqualTo(200));
        var empty = stage.score("empty", setting.unit(1));
        assertThat(empty.text("/adequacy")).isEqualTo("no-data");
        assertThat(empty.json().at("/total").isNull()).isTrue();
        assertThat(empty.json().at("/level").isNull()).isTrue();
        assertThat(empty.json().at("/instruments"))
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.path("score").isNull()).isTrue());
        assertThat(stage.score("empty", "empty-bureau").fault().path("reason").asString())
                .isEqualTo("not-participating");
        assertThat(stage.score("empty", "nowhere").fault().path("pointer").asString())
                .isEqualTo("/agency");
        assertThat(stage.score("never", setting.unit(1)).fault().path("pointer").asString())
                .isEqualTo("/round");
        assertThat(stage.score("never", setting.unit(1)).status()).isEqualTo(404);
    }

    @Test
    void whatever_comes_first_everything_counts_once() {
        var round = "backwards";
        var ref = "late@1";
        var unit = round + "-unit-1";
        stage.tell(new ResponsesReleased(round, unit, "eit", "1", ref, times(30, GOOD), List.of()));
        stage.tell(new ResponsesReleased(round, unit, "eit", "1", ref, times(10, BAD), List.of()));
        for (var mark : Map.of("o1", 100, "o2", 0, "o3", 100).entrySet())
            stage.tell(new ItemMarked(round, unit, mark.getKey(), mark.getValue()));
        stage.tell(new PopulationRegistered(round, unit, 40, 40));
        await().until(() -> stage.one("select count(*) from population where round = $1", Long.class, round) == 1);
        assertThat(tally(round, unit, "eit")).isEmpty();
        stage.tell(Sample.published(ref));
        await().untilAsserted(() -> assertThat(tally(round, unit, "eit")).isEqualTo(eit(30, 10)));
        assertThat(stage.score(round, unit).status()).isEqualTo(404);
        stage.tell(new RoundOpened(Sample.round(round, ref, round + "-bureau", Sample.FUTURE)));
        stage.tell(Sample.agency(unit, "province", round + "-bureau"));
        await().untilAsserted(() -> assertThat(stage.score(round, unit).text("/instruments/1/score"))
                .isEqualTo("75.0"));
        assertThat(stage.score(round, unit).text("/instruments/1/responses")).isEqualTo("40");
        await().untilAsserted(() -> assertThat(stage.score(round, unit).text("/instruments/2/score"))
                .isEqualTo("75.0"));
    }

    @Test
    void whoever_changes_a_unit_at_the_same_time_nothing_gets_lost() {
        int units = 40;
        var setting = Setting.of("at-once").framework();
        for (int n = 1; n <= units; n++) {
            if (n == 10) setting.opened();
            if (n == 20) setting.units(units);
            stage.tell(new PopulationRegistered("at-once", setting.unit(n), 40, 400));
            answers(setting, setting.unit(n), "iit", 30, 10);
            marks(setting, setting.unit(n));
            answers(setting, setting.unit(n), "eit", 45, 15);
        }
        var whole = "select count(*) from score where round = $1 and total = 75.00 and adequacy = 'sufficient'";
        await().untilAsserted(() ->
                assertThat(stage.one(whole, Long.class, "at-once")).isEqualTo(units));
    }

    @Test
    void what_is_sent_twice_counts_once() {
        var setting = Setting.of("twice").framework().units(1).opened();
        var first = release("twice", setting.unit(1), "eit", times(6, GOOD), List.of());
        long number = stage.tell(first);
        stage.repeat(first, number);
        stage.repeat(first, number);
        stage.tell(release("twice", setting.unit(1), "eit", times(5, BAD), List.of()));
        await().untilAsserted(
                        () -> assertThat(tally("twice", setting.unit(1), "eit")).isEqualTo(eit(6, 5)));
    }

    @Test
    void what_is_withdrawn_leaves_no_trace() {
        var setting = Setting.of("withdrawn").framework().units(1).opened();
        answers(setting, setting.unit(1), "eit", 20, 6);
        stage.tell(release("withdrawn", setting.unit(1), "eit", times(5, UNKNOWING), List.of()));
        stage.tell(release("withdrawn", setting.unit(1), "eit", List.of(), times(5, UNKNOWING)));
        stage.tell(release("withdrawn", setting.unit(1), "eit", times(6, GOOD), times(6, BAD)));
        await().untilAsserted(() ->
                assertThat(tally("withdrawn", setting.unit(1), "eit")).isEqualTo(eit(26, 0)));
    }

    @Test
    void poison_is_parked_and_everything_else_counts() {
        var setting = Setting.of("poison").framework().units(1).opened();
        var unit = setting.unit(1);
        stage.put(Topic.RESPONSES, unit, "ResponsesReleased", stage.number(Topic.RESPONSES, unit), "{\"added\":7}");
        stage.tell(release("poison", unit, "eit", times(5, Map.of("e1", "77", "e2", "1")), List.of()));
        stage.put(
                Topic.RESPONSES,
                unit,
                "ResponsesReleased",
                stage.number(Topic.RESPONSES, unit),
                "{\"round\":\"poison\"}");
        stage.put(Topic.RESPONSES, unit, "ResponsesBurnt", stage.number(Topic.RESPONSES, unit), "{}");
        stage.tell(release("poison", unit, "eit", times(5, GOOD), times(6, BAD)));
        stage.tell(release("poison", unit, "eit", times(7, GOOD), List.of()));
        await().untilAsserted(() -> assertThat(tally("poison", unit, "eit")).isEqualTo(eit(7, 0)));
        assertThat(stage.one(
                        "select string_agg(reason, '; ' order by id) from parked where key = $1", String.class, unit))
                .contains(
                        "ResponsesReleased: ",
                        "it holds answers to other questions, or options that there are not",
                        "agency is missing",
                        "it takes back answers that were not counted");
        assertThat(stage.one("select count(*) from parked where key = $1", Long.class, unit))
                .isEqualTo(4);
    }

    @Test
    void the_end_of_marking_decides_what_was_not_filed() {
        var setting = new Setting(stage, "ending", Instant.now().plus(Duration.ofMinutes(20)))
                .framework()
                .units(1)
                .opened();
        stage.tell(new ItemMarked("ending", setting.unit(1), "o1", 100));
        await().untilAsserted(
                        () -> assertThat(stage.score("ending", setting.unit(1)).text("/instruments/2/adequacy"))
                                .isEqualTo("insufficient"));
        assertThat(stage.score("ending", setting.unit(1))
                        .json()
                        .at("/instruments/2/score")
                        .isNull())
                .isTrue();
        stage.clock().forward(Duration.ofMinutes(30));
        await().untilAsserted(
                        () -> assertThat(stage.score("ending", setting.unit(1)).text("/instruments/2/score"))
                                .isEqualTo("25.0"));
        assertThat(stage.score("ending", setting.unit(1)).raw().body()).contains("\"reason\":\"unfiled\"");
        // The clock had been wrong.
        stage.clock().forward(Duration.ofMinutes(-30));
        await().untilAsserted(() -> assertThat(stage.score("ending", setting.unit(1))
                        .json()
                        .at("/instruments/2/score")
                        .isNull())
                .isTrue());
        assertThat(stage.score("ending", setting.unit(1)).raw().body()).doesNotContain("\"reason\":\"unfiled\"");
    }

    @Test
    void others_are_told_a_new_score_once() {
        var setting = Setting.of("told-once").framework().units(1).opened();
        answers(setting, setting.unit(1), "eit", 30, 10);
        stage.tell(new PopulationRegistered("told-once", setting.unit(1), 10, 10));
        var count = """
                select count(*) from outbox where key = $1 and type = 'ScoreChanged' and body like '%"eit":75.00%' and sent
                """;
        await().untilAsserted(() -> assertThat(stage.one(count, Long.class, "told-once/" + setting.unit(1)))
                .isOne());
        await().untilAsserted(() -> assertThat(
                        stage.score("told-once", setting.unit(1)).text("/instruments/1/minimum"))
                .isEqualTo("10"));
        assertThat(stage.one(count.replace(" and sent", ""), Long.class, "told-once/" + setting.unit(1)))
                .isOne();
        var last = stage.one(
                "select body from outbox where key = $1 order by id desc limit 1",
                String.class,
                "told-once/" + setting.unit(1));
        assertThat(last).contains("\"eit\":75.00", "\"iit\":null", "\"total\":null", "\"adequacy\":\"no-data\"");
    }

    @Test
    void scores_are_for_the_authority_until_they_are_published() {
        var setting = Setting.of("roles").framework().units(1).opened();
        var path = "/rounds/roles/agencies/" + setting.unit(1) + "/score";
        await().untilAsserted(() -> assertThat(stage.asAuditor(path).status()).isEqualTo(200));
        for (var role : List.of("admin", "auditor"))
            assertThat(stage.get(path, "Authorization", "Bearer " + stage.token(role))
                            .status())
                    .isEqualTo(200);
        for (var role : List.of("coordinator", "executive", "commander", "assessor", "system")) {
            var refused = stage.get(path, "Authorization", "Bearer " + stage.token(role, setting.unit(1)));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("/type")).isEqualTo("/problems/not-published");
        }
        assertThat(stage.get(path).text("/type")).isEqualTo("/problems/not-published");
        assertThat(stage.get(path, "Authorization", "Bearer nonsense").status()).isEqualTo(401);
    }
}
