package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RollupIT {
    private static final int UNITS = 1300;
    private static final int BRANCHES = 7;
    private static Crowd crowd;
    private final Stage stage = Stage.get();

    @BeforeAll
    static void units() {
        crowd = Crowd.of("crowd", UNITS, BRANCHES);
    }

    private static List<String> agencies(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(each -> each.path("agency").asString())
                .toList();
    }

    private static List<String> lines(Stage.Answer csv) {
        assertThat(csv.status()).as(csv.raw().body()).isEqualTo(200);
        return csv.raw().body().lines().toList();
    }

    private static String mean(String where) {
        return crowd.setting().stage().one("""
                select round(avg(total), 2)::text from score join agency using (agency)
                where round = 'crowd' and path @> array[cast($1 as text)] and total is not null""", String.class, where);
    }

    @Test
    void each_branch_and_the_parent_are_summed_up_over_units_with_a_total() {
        var page = crowd.list("/rollups").json();
        assertThat(agencies(page)).hasSize(BRANCHES).isSorted().contains("crowd-branch-7");
        assertThat(page.path("next").isNull()).isTrue();
        assertThat(page.path("synthetic").asBoolean()).isTrue();
        var parent = page.path("parent");
        assertThat(parent.path("agency").asString()).isEqualTo("crowd-bureau");
        assertThat(parent.at("/name/th").asString()).isEqualTo("สำนัก");
        assertThat(parent.at("/summary/units").asInt()).isEqualTo(UNITS);
        assertThat(parent.at("/summary/leftOut").asInt()).isEqualTo(UNITS / 11);
        assertThat(parent.at("/summary/reasons/no-data").asInt()).isEqualTo(UNITS / 11);
        assertThat(parent.at("/summary/totals/mean").decimalValue()).isEqualByComparingTo(mean("crowd-bureau"));
        assertThat(parent.at("/summary/histogram")).hasSize(20);
        int units = 0;
        for (var branch : page.path("items")) {
            units += branch.at("/summary/units").asInt();
            assertThat(branch.at("/summary/totals/mean").decimalValue())
                    .isEqualByComparingTo(mean(branch.path("agency").asString()));
            assertThat(branch.at("/summary/instruments/eit/mean").isNumber()).isTrue();
            assertThat(branch.at("/summary/indicators/9/units").asInt())
                    .isEqualTo(branch.at("/summary/shown").asInt());
        }
        assertThat(units).isEqualTo(UNITS);
    }

    @Test
    void branches_can_be_walked_in_every_order() {
        for (var sort : List.of("agency", "-agency", "total", "-total", "-eit", "9")) {
            var whole = agencies(crowd.list("/rollups?sort=" + sort).json());
            var walked = new ArrayList<String>();
            var page = crowd.list("/rollups?limit=3&sort=" + sort).json();
            walked.addAll(agencies(page));
            while (!page.path("next").isNull()) {
                page = crowd.list("/rollups?limit=3&sort=" + sort + "&cursor="
                                + page.path("next").asString())
                        .json();
                walked.addAll(agencies(page));
            }
            assertThat(walked).as(sort).isEqualTo(whole).hasSize(BRANCHES);
        }
        var means = crowd.list("/rollups?sort=-total")
                .json()
                .path("items")
                .valueStream()
                .map(each -> each.at("/summary/totals/mean").decimalValue())
                .toList();
        assertThat(means).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(crowd.list("/rollups?limit=3").header("Link")).contains("rel=\"next\"");
    }

    @Test
    void below_a_branch_each_unit_is_a_branch_of_its_own() {
        var page = crowd.list("/rollups?parent=crowd-branch-3&limit=500").json();
        assertThat(page.at("/parent/summary/units").asInt())
                .isEqualTo(agencies(page).size());
        assertThat(page.at("/items/0/summary/units").asInt()).isEqualTo(1);
        assertThat(page.at("/items/0/type").asString()).isEqualTo("province");
        var unit = agencies(page).getFirst();
        var alone = crowd.list("/rollups?parent=" + unit).json();
        assertThat(alone.path("items")).isEmpty();
        assertThat(alone.at("/parent/summary/units").asInt()).isEqualTo(1);
    }

    @Test
    void a_text_or_a_type_narrows_the_branches_and_never_the_sums() {
        var one = crowd.list("/rollups?q=DIVISION%203").json();
        assertThat(agencies(one)).containsExactly("crowd-branch-3");
        assertThat(one.at("/parent/summary/units").asInt()).isEqualTo(UNITS);
        assertThat(one.at("/items/0/summary"))
                .isEqualTo(crowd.list("/rollups").json().at("/items/2/summary"));
        assertThat(agencies(crowd.list("/rollups?type=division&type=bureau").json()))
                .hasSize(BRANCHES);
        assertThat(agencies(crowd.list("/rollups?type=province").json())).isEmpty();
        var below = crowd.list("/rollups?parent=crowd-branch-3&type=province&q=unit-9&sort=-total&limit=500");
        assertThat(agencies(below.json())).isNotEmpty().allMatch(agency -> agency.startsWith("crowd-unit-9"));
        var csv = lines(crowd.list("/rollups.csv?q=division%203"));
        assertThat(csv).hasSize(3);
        assertThat(csv.get(1)).contains(",crowd-bureau,");
        assertThat(csv.get(2)).contains(",crowd-branch-3,");
        var page = crowd.list("/rollups?q=division&limit=2").text("/next");
        assertThat(agencies(
                        crowd.list("/rollups?q=division&limit=2&cursor=" + page).json()))
                .containsExactly("crowd-branch-3", "crowd-branch-4");
        assertThat(crowd.list("/rollups?limit=2&cursor=" + page)
                        .fault()
                        .path("reason")
                        .asString())
                .isEqualTo("unknown-cursor");
    }

    @Test
    void roll_ups_are_a_file_too() {
        var csv = crowd.list("/rollups.csv?sort=-total");
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"rollups-crowd-all.csv\"");
        var lines = lines(csv);
        assertThat(lines).hasSize(2 + BRANCHES);
        assertThat(lines.getFirst())
                .startsWith(
                        "round,synthetic,rehearsal,framework,parent,agency,name_th,name_en,type,units,shown,left_out")
                .contains("left_out_small-group", "total_median", ",iit,eit,oit,indicator_1", "level_pass")
                .endsWith("total_from_95");
        assertThat(lines.get(1))
                .startsWith("crowd,true,false,crowd@1,crowd-bureau,crowd-bureau,สำนัก,Bureau,bureau,1300,");
        assertThat(lines.get(2)).contains(",'=Division ");
        int columns = lines.getFirst().split(",", -1).length;
        assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(columns));
        var order = agencies(crowd.list("/rollups?sort=-total").json());
        assertThat(lines.subList(2, lines.size()))
                .extracting(line -> line.split(",")[5])
                .isEqualTo(order);
    }

    @Test
    void the_list_is_a_file_of_all_units_in_the_same_order_through_the_same_filters() {
        var csv = crowd.list("/scores.csv?sort=-total");
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"scores-crowd-all.csv\"");
        assertThat(csv.header("Transfer-Encoding")).isEqualTo("chunked");
        var lines = lines(csv);
        assertThat(lines).hasSize(1 + UNITS);
        assertThat(lines.getFirst())
                .startsWith("round,synthetic,rehearsal,framework,agency,name_th,name_en,type,joint,adequacy,total")
                .contains(
                        ",rank_from,rank_to,rank_of,iit,eit,oit,indicator_1,indicator_2,indicator_6,indicator_7,indicator_9,hidden_indicators,official_year,")
                .endsWith(",earlier_source,earlier_retrieved");
        assertThat(lines.get(1))
                .startsWith("crowd,true,false,crowd@1,crowd-unit-")
                .contains(",'=Unit ", ",pass,,1,");
        assertThat(lines.getLast()).contains(",no-data,,,,,,,no-data,,,,");
        var first = crowd.list("/scores?sort=-total&limit=500").json();
        assertThat(lines.subList(1, 501)).extracting(line -> line.split(",")[4]).isEqualTo(agencies(first));
        var some = crowd.list("/scores.csv?parent=crowd-branch-2&level=pass&sort=name.en");
        assertThat(some.header("Content-Disposition")).contains("scores-crowd-crowd-branch-2.csv");
        var passed = lines(some);
        assertThat(passed.subList(1, passed.size())).hasSizeGreaterThan(20).allSatisfy(line -> assertThat(line)
                .contains(",pass,"));
    }

    @Test
    void what_cannot_be_asked_is_refused_by_name() {
        for (var file : List.of("/rollups", "/rollups.csv")) {
            var refused = crowd.list(file + "?sort=colour&parent=nowhere&type=castle&q=" + "x".repeat(201));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().path("errors")).hasSize(4);
            assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        }
        assertThat(crowd.list("/scores.csv?type=castle").fault().path("reason").asString())
                .isEqualTo("unknown-type");
        var cursor = crowd.list("/rollups?limit=2").text("/next");
        for (var other :
                List.of("/rollups?sort=total&cursor=", "/rollups?parent=crowd-branch-1&cursor=", "/scores?cursor="))
            assertThat(crowd.list(other + cursor).fault().path("reason").asString())
                    .isEqualTo("unknown-cursor");
        assertThat(stage.asAuditor("/rounds/never/rollups").status()).isEqualTo(404);
        assertThat(stage.asAuditor("/rounds/never/scores.csv").status()).isEqualTo(404);
        var foreign = stage.get(
                "/rounds/crowd/rollups?parent=crowd-branch-1",
                "Authorization",
                "Bearer " + stage.token("commander", "crowd-branch-2"));
        assertThat(foreign.text("/type")).isEqualTo("/problems/not-published");
    }
}
