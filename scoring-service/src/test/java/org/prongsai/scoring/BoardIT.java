package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prongsai.scoring.Sample.BAD;
import static org.prongsai.scoring.Sample.BAD_STAFF;
import static org.prongsai.scoring.Sample.GOOD;
import static org.prongsai.scoring.Sample.GOOD_STAFF;
import static org.prongsai.scoring.Sample.release;
import static org.prongsai.scoring.Sample.times;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.disclosure.ItemMarked;
import tools.jackson.databind.JsonNode;

class BoardIT {
    private static final int UNITS = 9;
    private static final String ROUND = "board";

    private static Setting setting;
    private final Stage stage = Stage.get();

    /** Units 1 to 6 have everything, the higher the number the worse; 7 only answers of the public; 8 and 9 nothing. */
    @BeforeAll
    static void units() {
        setting = Setting.of(ROUND).framework().units(UNITS).opened();
        for (int n = 1; n <= 7; n++) setting.stage().tell(eit(n));
        for (int n = 1; n <= 6; n++) everything(n);
        await().untilAsserted(() -> assertThat(list("").text("/summary/shown")).isEqualTo("6"));
        await().untilAsserted(() -> assertThat(list("").text("/summary/units")).isEqualTo("9"));
        await().untilAsserted(() -> assertThat(
                        setting.stage().score(ROUND, setting.unit(7)).text("/instruments/1/responses"))
                .isEqualTo("45"));
        await().untilAsserted(() -> assertThat(list("?sort=-eit&limit=1").text("/items/0/instruments/1/score"))
                .isEqualTo("100.0"));
    }

    private static org.prongsai.contracts.assessment.ResponsesReleased eit(int n) {
        var answers = new ArrayList<>(times(50 - 5 * n, GOOD));
        answers.addAll(times(5 * (n - 1), BAD));
        return release(ROUND, setting.unit(n), "eit", answers, List.of());
    }

    private static void everything(int n) {
        var staff = new ArrayList<>(times(30, GOOD_STAFF));
        staff.addAll(times(n, BAD_STAFF));
        setting.stage().tell(release(ROUND, setting.unit(n), "iit", staff, List.of()));
        for (var item : List.of("o1", "o2", "o3"))
            setting.stage().tell(new ItemMarked(ROUND, setting.unit(n), item, 100));
    }

    private static Stage.Answer list(String query) {
        return Stage.get().asAuditor("/rounds/" + ROUND + "/scores" + query);
    }

    private static List<String> agencies(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(each -> each.path("agency").asString())
                .toList();
    }

    private static List<String> units(int... numbers) {
        return IntStream.of(numbers).mapToObj(setting::unit).toList();
    }

    private List<String> walk(String query) {
        var all = new ArrayList<String>();
        var page = list(query + "&limit=2").json();
        all.addAll(agencies(page));
        while (!page.path("next").isNull()) {
            page = list(query + "&limit=2&cursor=" + page.path("next").asString())
                    .json();
            assertThat(page.has("summary")).isFalse();
            all.addAll(agencies(page));
        }
        return all;
    }

    @Test
    void every_order_can_be_walked_page_by_page_with_empty_ones_last() {
        assertThat(walk("?sort=agency")).isEqualTo(units(1, 2, 3, 4, 5, 6, 7, 8, 9));
        assertThat(walk("?sort=-agency")).isEqualTo(units(9, 8, 7, 6, 5, 4, 3, 2, 1));
        assertThat(walk("?sort=-total")).isEqualTo(units(1, 2, 3, 4, 5, 6, 7, 8, 9));
        assertThat(walk("?sort=total")).isEqualTo(units(6, 5, 4, 3, 2, 1, 7, 8, 9));
        assertThat(walk("?sort=eit")).isEqualTo(units(7, 6, 5, 4, 3, 2, 1, 8, 9));
        assertThat(walk("?sort=-oit")).isEqualTo(units(1, 2, 3, 4, 5, 6, 7, 8, 9));
        assertThat(walk("?sort=6")).isEqualTo(units(7, 6, 5, 4, 3, 2, 1, 8, 9));
        assertThat(walk("?sort=-name.th")).isEqualTo(units(9, 8, 7, 6, 5, 4, 3, 2, 1));
        assertThat(walk("?sort=name.en")).isEqualTo(units(1, 2, 3, 4, 5, 6, 7, 8, 9));
    }

    @Test
    void a_page_says_where_the_next_one_is() {
        var page = list("?sort=-total&limit=4");
        assertThat(page.header("Link")).contains("/api/v1/rounds/board/scores?", "cursor=", "rel=\"next\"");
        assertThat(agencies(page.json())).hasSize(4);
        assertThat(page.json().at("/items/0/level/code").asString()).isEqualTo("excellent-pass");
        assertThat(page.json().at("/items/0/name/th").asString()).isEqualTo(setting.unit(1));
        assertThat(page.json().at("/items/0/total/interval")).hasSize(2);
    }

    @Test
    void levels_adequacy_and_subtrees_narrow_the_list_and_the_summary_keeps_to_the_subtree() {
        assertThat(agencies(list("?level=excellent-pass").json())).isEqualTo(units(1));
        assertThat(agencies(list("?adequacy=no-data").json())).isEqualTo(units(7, 8, 9));
        var branch = list("?parent=board-branch");
        assertThat(branch.status()).isEqualTo(400);
        stage.tell(Sample.agency("board-branch", "division", "board-bureau"));
        await().untilAsserted(
                        () -> assertThat(list("?parent=board-branch").status()).isEqualTo(200));
        assertThat(agencies(list("?parent=board-branch").json())).isEqualTo(units(2, 4, 6, 8));
        var summary = list("?parent=board-branch&level=excellent-pass").json().path("summary");
        assertThat(summary.path("units").asInt()).isEqualTo(4);
        assertThat(summary.path("shown").asInt()).isEqualTo(3);
        assertThat(summary.path("leftOut").asInt()).isEqualTo(1);
        assertThat(summary.path("levels")).hasSize(5);
    }

    @Test
    void a_text_or_a_type_narrows_the_list_and_the_ranks_stay_those_of_the_subtree() {
        stage.tell(new AgencyChanged(
                setting.unit(3),
                List.of("board-bureau", setting.unit(3)),
                "province",
                null,
                Map.of("th", "ด่านเชียงแสน", "en", "Chiang Saen 100%"),
                LocalDate.of(2009, 9, 7),
                null));
        await().untilAsserted(() ->
                assertThat(agencies(list("?q=" + encoded("เชียงแสน")).json())).isEqualTo(units(3)));
        assertThat(agencies(list("?q=" + encoded("chiang SAEN")).json())).isEqualTo(units(3));
        assertThat(agencies(list("?q=" + encoded("0%")).json())).isEqualTo(units(3));
        assertThat(agencies(list("?q=UNIT-4").json())).isEqualTo(units(4));
        assertThat(agencies(list("?q=nobody").json())).isEmpty();
        assertThat(agencies(list("?type=province&type=bureau").json())).hasSize(UNITS);
        assertThat(agencies(list("?type=bureau").json())).isEmpty();
        var found = list("?q=UNIT-4").json();
        assertThat(found.at("/items/0/rank/of").asInt()).isEqualTo(6);
        assertThat(found.at("/items/0/rank/from").asInt())
                .isEqualTo(list("?level=" + found.at("/items/0/level/code").asString())
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(each -> each.path("agency").asString().equals(setting.unit(4)))
                        .findFirst()
                        .orElseThrow()
                        .at("/rank/from")
                        .asInt());
        assertThat(list("?q=UNIT-7").json().at("/items/0/rank").isNull()).isTrue();
        assertThat(list("?q=UNIT-7").text("/items/0/leftOut")).isEqualTo("no-data");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void a_rank_reaches_from_the_units_wholly_above_to_those_wholly_below() {
        var rows = list("?sort=-total&limit=6").json().path("items");
        for (var row : rows) {
            int above = 0;
            int below = 0;
            for (var other : rows) {
                if (low(other).compareTo(high(row)) > 0) above++;
                if (high(other).compareTo(low(row)) < 0) below++;
            }
            assertThat(row.at("/rank/from").asInt()).isEqualTo(1 + above);
            assertThat(row.at("/rank/to").asInt()).isEqualTo(6 - below);
            assertThat(row.at("/rank/of").asInt()).isEqualTo(6);
        }
        assertThat(rows.at("/5/rank/from").asInt()).isGreaterThan(1);
    }

    private static BigDecimal low(JsonNode row) {
        return row.at("/total/interval/0").asDecimal();
    }

    private static BigDecimal high(JsonNode row) {
        return row.at("/total/interval/1").asDecimal();
    }

    @Test
    void what_cannot_be_asked_is_refused_by_name() {
        var sort = list("?sort=colour&level=best&parent=nowhere");
        assertThat(sort.status()).isEqualTo(400);
        assertThat(sort.json().path("errors")).hasSize(3);
        assertThat(sort.raw().body()).contains("-total", "good-pass", "unknown-agency");
        var cursor = list("?limit=2").text("/next");
        assertThat(list("?sort=total&cursor=" + cursor).fault().path("pointer").asString())
                .isEqualTo("?cursor");
        for (var other : List.of("?parent=board-bureau", "?level=pass", "?q=unit", "?type=province", "?sort=6"))
            assertThat(list(other + "&cursor=" + cursor).fault().path("reason").asString())
                    .isEqualTo("unknown-cursor");
        var commander = stage.get(
                "/rounds/board/scores?parent=board-branch",
                "Authorization",
                "Bearer " + stage.token("commander", setting.unit(1)));
        assertThat(commander.text("/type")).isEqualTo("/problems/not-published");
        assertThat(list("?limit=501").status()).isEqualTo(400);
        assertThat(stage.asAuditor("/rounds/never/scores").status()).isEqualTo(404);
        var coordinator = stage.get(
                "/rounds/board/scores", "Authorization", "Bearer " + stage.token("coordinator", setting.unit(1)));
        assertThat(coordinator.text("/type")).isEqualTo("/problems/not-published");
    }
}
