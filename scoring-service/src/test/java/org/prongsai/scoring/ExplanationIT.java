package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prongsai.scoring.Sample.BAD;
import static org.prongsai.scoring.Sample.BAD_STAFF;
import static org.prongsai.scoring.Sample.GOOD;
import static org.prongsai.scoring.Sample.GOOD_STAFF;
import static org.prongsai.scoring.Sample.release;
import static org.prongsai.scoring.Sample.times;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.PopulationRegistered;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.contracts.assessment.RoundState.Joint;
import org.prongsai.contracts.assessment.UnitsJoined;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.methodology.score.Explaining;
import org.prongsai.methodology.score.Ratio;
import org.prongsai.scoring.score.ProofReader;
import org.prongsai.scoring.score.Unit;
import tools.jackson.databind.JsonNode;

class ExplanationIT {
    private final Stage stage = Stage.get();

    private Stage.Answer ask(Setting setting, int n, String what, String... headers) {
        var path = "/rounds/" + setting.round() + "/agencies/" + setting.unit(n) + "/" + what;
        return headers.length == 0 ? stage.asAuditor(path) : stage.get(path, headers);
    }

    /** The instrument of the staff and the marks, whole. */
    private void others(Setting setting, int n) {
        var unit = setting.unit(n);
        stage.tell(new PopulationRegistered(setting.round(), unit, 40, 400));
        stage.tell(release(setting.round(), unit, "iit", times(30, GOOD_STAFF), List.of()));
        stage.tell(release(setting.round(), unit, "iit", times(10, BAD_STAFF), List.of()));
        for (var item : List.of("o1", "o2", "o3")) stage.tell(new ItemMarked(setting.round(), unit, item, 100));
    }

    private void users(Setting setting, int n, String part, Map<String, String> answers, int people) {
        var added = times(people, answers);
        stage.tell(new ResponsesReleased(setting.round(), setting.unit(n), "eit", part, Sample.REF, added, List.of()));
    }

    /** With what {@link #others} tells: how many people there are comes on a topic of its own. */
    private void scored(Setting setting, int n, String total) {
        await().untilAsserted(() -> {
            var score = stage.score(setting.round(), setting.unit(n));
            assertThat(score.text("/total/score")).isEqualTo(total);
            assertThat(score.text("/instruments/1/minimum")).isEqualTo("40");
        });
    }

    private static Ratio ratio(JsonNode text) {
        var parts = text.asString().split("/");
        return new Ratio(new BigInteger(parts[0]), new BigInteger(parts[1]));
    }

    @Test
    void an_explanation_adds_up_to_the_score() {
        var setting = Setting.of("explained").framework().units(1).opened();
        others(setting, 1);
        users(setting, 1, "1", GOOD, 45);
        users(setting, 1, "1", BAD, 15);
        users(setting, 1, "2", BAD, 7);
        users(setting, 1, "2", GOOD, 5);
        users(setting, 1, "1-unverified", BAD, 70);
        scored(setting, 1, "80.0");
        await().untilAsserted(
                        () -> assertThat(ask(setting, 1, "score").raw().body()).contains("\"unverified\""));
        var score = ask(setting, 1, "score");
        var explained = ask(setting, 1, "explanation");
        assertThat(explained.status()).isEqualTo(200);
        var total = explained.json().path("total");
        assertThat(total.path("score")).isEqualTo(score.json().at("/total/score"));
        var sum = total.path("children")
                .valueStream()
                .map(each -> ratio(each.path("weight")).times(ratio(each.path("exact"))))
                .reduce(Ratio.ZERO, Ratio::plus);
        assertThat(sum).isEqualTo(ratio(total.path("exact")));
        assertThat(sum.rounded(2)).isEqualTo("80.00");
        for (int at = 0; at < 3; at++)
            assertThat(total.at("/children/" + at + "/score"))
                    .isEqualTo(score.json().at("/instruments/" + at + "/score"));
        assertThat(explained.text("/asOf")).isEqualTo(score.text("/asOf"));
        assertThat(explained.json().path("remarks")).isEqualTo(score.json().path("remarks"));
        assertThat(explained.json().path("lift")).hasSize(3).allSatisfy(each -> {
            assertThat(each.path("instrument").asString()).isEqualTo("iit");
            assertThat(each.at("/text/th").asString()).isEqualTo("ข้อ");
        });
        whole(ask(setting, 1, "breakdown"), score);
    }

    private void whole(Stage.Answer breakdown, Stage.Answer score) {
        assertThat(breakdown.status()).isEqualTo(200);
        assertThat(breakdown.text("/asOf")).isEqualTo(score.text("/asOf"));
        var eit = breakdown.json().at("/instruments/1");
        assertThat(eit.path("score")).isEqualTo(score.json().at("/instruments/1/score"));
        assertThat(eit.at("/parts/0/visibility").asString()).isEqualTo("options");
        assertThat(eit.at("/parts/0/indicators/0/children/0/options/0/count").asInt())
                .isEqualTo(45);
        assertThat(eit.at("/parts/0/indicators/0/children/0/options/1/share").asString())
                .isEqualTo("25.0");
        var second = eit.at("/parts/1");
        assertThat(second.path("visibility").asString()).isEqualTo("indicators");
        assertThat(second.at("/indicators/0/exact").asString()).isEqualTo("125/3");
        assertThat(second.at("/indicators/0/children/0/hidden").toString())
                .isEqualTo("{\"reason\":\"small-group\",\"needs\":[{\"part\":\"2\",\"responses\":30}]}");
        assertThat(second.at("/indicators/0/children/0/options/0/count").isNull())
                .isTrue();
        assertThat(second.path("weakest")).hasSize(2);
        assertThat(eit.at("/parts/2").toString())
                .contains(
                        "\"code\":\"1-unverified\"", "\"responses\":70", "\"reason\":\"unverified\"", "\"score\":null");
        assertThat(breakdown
                        .json()
                        .at("/instruments/2/indicators/0/children/0/children/0/stake/total")
                        .asString())
                .isEqualTo("10.0");
    }

    @Test
    void thirty_beside_six_show_the_instrument_and_nothing_behind_it() {
        var setting = Setting.of("thirty-six").framework().units(2).opened();
        for (int n = 1; n <= 2; n++) {
            others(setting, n);
            users(setting, n, "1", GOOD, 30);
        }
        // Alike and unlike come to the same score.
        users(setting, 1, "2", Map.of("e1", "1", "e2", "2"), 6);
        users(setting, 2, "2", GOOD, 3);
        users(setting, 2, "2", BAD, 3);
        scored(setting, 1, "85.0");
        scored(setting, 2, "85.0");
        await().untilAsserted(() -> assertThat(ask(setting, 2, "breakdown").text("/instruments/1/parts/1/responses"))
                .isEqualTo("6"));
        for (var what : List.of("breakdown", "explanation", "score")) {
            var one = ask(setting, 1, what).raw().body();
            var other = ask(setting, 2, what).raw().body();
            assertThat(withoutPlace(other, setting.unit(2))).isEqualTo(withoutPlace(one, setting.unit(1)));
        }
        var total = ask(setting, 1, "explanation").json().path("total");
        assertThat(total.path("score").asString()).isEqualTo("85.0");
        assertThat(total.path("exact").isNull()).isTrue();
        assertThat(total.path("hidden").asString()).isEqualTo("small-group");
        assertThat(total.at("/children/1/children/0").toString()).contains("\"score\":null", "small-group");
        assertThat(total.at("/children/0/exact").asString()).isEqualTo("75/1");
    }

    private static String withoutPlace(String body, String unit) {
        return body.replace(unit, "unit").replaceAll("\"asOf\":\"[^\"]+\"", "");
    }

    @Test
    void what_was_not_filed_is_said_item_by_item() {
        var setting = new Setting(stage, "unfiled-items", Sample.PAST.plusSeconds(60))
                .framework()
                .units(1)
                .opened();
        stage.tell(new ItemMarked("unfiled-items", setting.unit(1), "o1", 100));
        await().untilAsserted(() -> assertThat(
                        stage.score("unfiled-items", setting.unit(1)).text("/instruments/2/score"))
                .isEqualTo("25.0"));
        var items = ask(setting, 1, "breakdown").json().at("/instruments/2/indicators/0/children");
        assertThat(items.at("/0/children/0").has("unfiled")).isFalse();
        assertThat(items.at("/0/children/1/unfiled").asBoolean()).isTrue();
        assertThat(items.at("/0/children/1/score").asString()).isEqualTo("0.0");
        assertThat(ask(setting, 1, "explanation").text("/total/children/2/score"))
                .isEqualTo("25.0");
    }

    /** Answers and marks go on coming while the proof is read: it is of one moment all the same. */
    @Test
    void score_and_evidence_are_of_the_same_moment() {
        var setting = Setting.of("moment").framework().units(1).opened();
        others(setting, 1);
        users(setting, 1, "1", GOOD, 40);
        scored(setting, 1, "92.5");
        var proofs = stage.service().getBean(ProofReader.class);
        var unit = new Unit("moment", setting.unit(1));
        for (int n = 0; n < 150; n++) {
            users(setting, 1, "1", n % 3 == 0 ? GOOD : BAD, 1 + n % 4);
            stage.tell(new ItemMarked("moment", setting.unit(1), "o3", n % 2 * 100));
            var proof = Objects.requireNonNull(proofs.read(unit).block());
            assertThat(Explaining.of(proof.evidence()).score())
                    .isEqualTo(proof.score().total().score());
        }
    }

    @Test
    void whoever_has_no_score_has_no_breakdown_and_no_explanation_for_the_same_reason() {
        var setting = Setting.of("apart").framework().units(2).opened();
        var state = Sample.round("apart", Sample.REF, "apart-bureau", setting.marking());
        stage.tell(new UnitsJoined(
                state.withJoint(List.of(new Joint(setting.unit(1), List.of(setting.unit(2)), "four people")))));
        await().untilAsserted(() -> assertThat(stage.score("apart", setting.unit(2))
                        .fault()
                        .path("reason")
                        .asString())
                .isEqualTo("assessed-jointly"));
        await().untilAsserted(() ->
                assertThat(ask(setting, 1, "score").text("/joint/0")).isEqualTo(setting.unit(2)));
        for (var what : List.of("breakdown", "explanation")) {
            var path = "/agencies/%s/" + what;
            for (var missing : List.of(
                    "/rounds/apart" + path.formatted(setting.unit(2)),
                    "/rounds/apart" + path.formatted("apart-bureau"),
                    "/rounds/apart" + path.formatted("nowhere"),
                    "/rounds/never" + path.formatted(setting.unit(1)))) {
                var refused = stage.asAuditor(missing);
                var alike = stage.asAuditor(missing.replace(what, "score"));
                assertThat(refused.status()).isEqualTo(404);
                assertThat(refused.json().path("errors")).isEqualTo(alike.json().path("errors"));
            }
            var empty = ask(setting, 1, what);
            assertThat(empty.status()).isEqualTo(200);
            assertThat(empty.raw().body()).doesNotContain("\"score\":0");
            assertThat(empty.text("/joint/0")).isEqualTo(setting.unit(2));
        }
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        var setting = Setting.of("unmoved").framework().units(1).opened();
        others(setting, 1);
        users(setting, 1, "1", GOOD, 30);
        scored(setting, 1, "92.5");
        for (var what : List.of("breakdown", "explanation")) {
            var tag = ask(setting, 1, what).header("ETag");
            var bearer = "Bearer " + stage.token("admin");
            assertThat(ask(setting, 1, what, "Authorization", bearer, "If-None-Match", tag)
                            .status())
                    .isEqualTo(304);
        }
        var before = ask(setting, 1, "breakdown").header("ETag");
        // The same score of the same number of people, and yet other answers.
        stage.tell(new ResponsesReleased(
                "unmoved",
                setting.unit(1),
                "eit",
                "1",
                Sample.REF,
                times(5, Map.of("e1", "1", "e2", "na")),
                times(5, GOOD)));
        await().untilAsserted(() ->
                assertThat(ask(setting, 1, "breakdown").header("ETag")).isNotEqualTo(before));
    }
}
