package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prongsai.scoring.Sample.BAD;
import static org.prongsai.scoring.Sample.BAD_STAFF;
import static org.prongsai.scoring.Sample.GOOD;
import static org.prongsai.scoring.Sample.GOOD_STAFF;
import static org.prongsai.scoring.Sample.release;
import static org.prongsai.scoring.Sample.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.ResponsesReleased.Answered;
import org.prongsai.contracts.disclosure.ItemMarked;
import tools.jackson.databind.JsonNode;

/** Units of which less is shown than a list could tell. */
class VeiledListIT {
    private static final String ROUND = "veiled";
    private static final int GOOD_ONE = 1;
    private static final int FEW = 2;
    private static final int ALIKE = 3;
    private static final int BAD_ONE = 4;
    private static final Stage STAGE = Stage.get();
    private static Setting setting;

    /** Many who answered well; seven; many who answered all alike; many who answered badly. */
    @BeforeAll
    static void units() {
        setting = Setting.of(ROUND).framework().units(4).opened();
        answered(GOOD_ONE, 38, 2);
        answered(FEW, 6, 1);
        answered(ALIKE, 40, 0);
        answered(BAD_ONE, 2, 38);
        await().untilAsserted(() ->
                assertThat(list().path("summary").path("shown").asInt()).isEqualTo(4));
    }

    private static void answered(int unit, int good, int bad) {
        var agency = setting.unit(unit);
        STAGE.tell(release(ROUND, agency, "iit", mixed(good, GOOD_STAFF, bad, BAD_STAFF), List.of()));
        STAGE.tell(release(ROUND, agency, "eit", mixed(good, GOOD, bad, BAD), List.of()));
        for (var item : List.of("o1", "o2", "o3")) STAGE.tell(new ItemMarked(ROUND, agency, item, 100));
    }

    private static List<Answered> mixed(int good, Map<String, String> well, int bad, Map<String, String> badly) {
        var all = new ArrayList<>(times(good, well));
        all.addAll(times(bad, badly));
        return all;
    }

    private static JsonNode list() {
        return STAGE.asAuditor("/rounds/" + ROUND + "/scores").json();
    }

    @Test
    void who_shows_no_interval_has_no_rank_and_stands_surely_before_and_behind_nobody() {
        var rows = list().path("items");
        for (int unit : List.of(FEW, ALIKE)) {
            assertThat(rows.at("/" + (unit - 1) + "/total/interval").isNull()).isTrue();
            assertThat(rows.at("/" + (unit - 1) + "/rank").isNull()).isTrue();
        }
        assertThat(rows.at("/1/total/spread").asString()).isEqualTo("hidden");
        assertThat(rows.at("/2/total/spread").asString()).isEqualTo("none");
        assertThat(rows.at("/0/rank").toString()).isEqualTo("{\"from\":1,\"to\":3,\"of\":4}");
        assertThat(rows.at("/3/rank").toString()).isEqualTo("{\"from\":2,\"to\":4,\"of\":4}");
    }

    @Test
    void a_list_shows_the_indicators_that_each_units_own_score_shows_and_keeps_back_the_same() {
        var rows = list().path("items");
        for (int unit = GOOD_ONE; unit <= BAD_ONE; unit++)
            assertThat(rows.at("/" + (unit - 1) + "/indicators"))
                    .isEqualTo(STAGE.score(ROUND, setting.unit(unit)).json().path("indicators"));
        assertThat(rows.at("/1/indicators/0").toString())
                .isEqualTo("{\"code\":\"1\",\"instrument\":\"iit\",\"score\":null,\"hidden\":\"small-group\"}");
        assertThat(rows.at("/1/indicators/4/score").isNumber()).isTrue();
        assertThat(rows.at("/0/indicators/0/score").isNumber()).isTrue();
    }

    @Test
    void who_shows_no_indicator_has_no_place_among_those_sorted_by_it() {
        var sorted =
                STAGE.asAuditor("/rounds/" + ROUND + "/scores?sort=-1").json().path("items");
        assertThat(sorted.at("/3/agency").asString()).isEqualTo(setting.unit(FEW));
    }

    @Test
    void a_damaged_score_takes_no_list_along() {
        var whole = STAGE.one(
                "select body from score where round = $1 and agency = $2", String.class, ROUND, setting.unit(BAD_ONE));
        STAGE.asOwner("update score set body = 'no json' where agency = $1", setting.unit(BAD_ONE));
        try {
            assertThat(list().path("items")).hasSize(4);
        } finally {
            STAGE.database()
                    .sql()
                    .sql("update score set body = :body where agency = :agency")
                    .bind("body", whole)
                    .bind("agency", setting.unit(BAD_ONE))
                    .then()
                    .block();
        }
    }

    @Test
    void a_file_says_nothing_either_but_why() {
        var lines = STAGE.asAuditor("/rounds/" + ROUND + "/scores.csv")
                .raw()
                .body()
                .lines()
                .toList();
        assertThat(lines.get(GOOD_ONE)).contains(",sampled,", ",1,3,4,");
        assertThat(lines.get(FEW)).contains(",hidden,").containsPattern(",hidden,[a-z-]+,,,,,");
        assertThat(lines.get(ALIKE)).containsPattern(",none,[a-z-]+,,,,,");
        assertThat(lines.get(BAD_ONE)).contains(",sampled,", ",2,4,4,");
        assertThat(lines.getFirst()).contains(",indicator_9,hidden_indicators,");
        assertThat(lines.get(FEW)).contains(",,,,,100.00,1 2 6 7,");
        assertThat(lines.get(ALIKE)).contains(",100.00,100.00,100.00,100.00,100.00,,");
    }
}
