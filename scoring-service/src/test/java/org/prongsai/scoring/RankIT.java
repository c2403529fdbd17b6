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

/** Ranks of units of whose error nothing is shown. */
class RankIT {
    private static final String ROUND = "ranked";
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
    }
}
