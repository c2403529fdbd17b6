package org.prongsai.assessment.turnout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.pool.Overheard;
import org.prongsai.contracts.EventJson;

/** Many units side by side. */
class TurnoutListIT {

    private static final int MANY = 600;
    private final AssessmentWorld world = AssessmentWorld.get();

    /** North with Nan (10 of 30) and its gate (45 of 30), south with Trang (20 of 30): answers to the EIT. */
    private Region region(String name) {
        var region = Region.open(
                name,
                name + "-north," + name + ",division",
                name + "-south," + name + ",division",
                name + "-nan," + name + "-north,province",
                name + "-gate," + name + "-nan,checkpoint",
                name + "-trang," + name + "-south,province");
        region.answers(name + "-nan", "eit", 1, 10, true);
        region.answers(name + "-gate", "eit", 1, 45, false);
        region.answers(name + "-trang", "eit", 1, 20, false);
        return region;
    }

    /** What the units of a list are called after the region's name. */
    private static List<String> tails(Region region, String token, String query) {
        return Region.slugs(region.list(token, query)).stream()
                .map(each -> each.substring(region.name().length() + 1))
                .toList();
    }

    @Test
    void a_row_says_how_far_a_unit_is() {
        var region = region("list-row");
        region.register("list-row-nan", 40, 560);
        var shown = region.list(world.admin(), "?q=LIST-ROW-NAN&instrument=eit").json();
        assertThat(shown.path("exact").asBoolean()).isTrue();
        assertThat(shown.path("next").isNull()).isTrue();
        assertThat(shown.path("items")).isEqualTo(EventJson.MAPPER.readTree("""
                [{"agency":"list-row-nan","name":{"th":"หน่วย list-row-nan","en":"Unit list-row-nan"},"joint":[],
                  "instruments":[{"code":"eit","population":560,"minimum":56,"minimumReached":false,"responses":10,
                                  "share":0.1785}]}]"""));
        assertThat(region.list(world.admin(), "").json().at("/items/0/instruments"))
                .hasSize(2);
    }

    @Test
    void units_are_sorted_filtered_and_searched() {
        var region = region("list-sort");
        var admin = world.admin();
        assertThat(tails(region, admin, "")).containsExactly("gate", "nan", "trang");
        assertThat(tails(region, admin, "?sort=-agency")).containsExactly("trang", "nan", "gate");
        assertThat(tails(region, admin, "?sort=eit")).containsExactly("nan", "trang", "gate");
        assertThat(tails(region, admin, "?sort=-eit")).containsExactly("gate", "trang", "nan");
        assertThat(tails(region, admin, "?parent=list-sort-north&sort=-eit")).containsExactly("gate", "nan");
        assertThat(tails(region, admin, "?parent=list-sort-nan")).containsExactly("gate", "nan");
        assertThat(tails(region, admin, "?instrument=eit&reached=true")).containsExactly("gate");
        assertThat(tails(region, admin, "?instrument=eit&reached=false&sort=-agency"))
                .containsExactly("trang", "nan");
        assertThat(tails(region, admin, "?reached=true")).isEmpty();
        assertThat(tails(region, admin, "?q=TRANG")).containsExactly("trang");
        assertThat(tails(region, admin, "?q=%25")).isEmpty();
    }

    @Test
    void page_by_page_every_unit_comes_once_in_every_order() {
        var region = region("list-page");
        for (var sort : List.of("agency", "-agency", "eit", "-eit", "iit")) {
            var seen = new ArrayList<String>();
            var next = region.path() + "/turnouts?limit=1&sort=" + sort;
            while (!next.isEmpty()) {
                var page = world.getAs(world.admin(), next);
                seen.addAll(Region.slugs(page));
                next = page.header("Link").replaceFirst("^<", "").replaceFirst(">.*$", "");
            }
            assertThat(seen).as(sort).isEqualTo(Region.slugs(region.list(world.admin(), "?sort=" + sort)));
            assertThat(seen).hasSize(3);
        }
    }

    @Test
    void commanders_see_their_units_as_they_were_in_the_morning_also_in_their_order() {
        var region = region("list-morning");
        var day = region.morning();
        region.answers("list-morning-nan", "eit", 11, 60, true);
        var commander = world.token("commander", "list-morning-north");
        var shown = region.list(commander, "?sort=eit&instrument=eit").json();
        assertThat(shown.path("exact").asBoolean()).isFalse();
        assertThat(shown.path("asOf").asString()).isEqualTo(day + "T06:00:00+07:00");
        assertThat(tails(region, commander, "?sort=eit")).containsExactly("nan", "gate");
        assertThat(shown.at("/items/0/instruments/0/responses").asInt()).isEqualTo(10);
        assertThat(shown.at("/items/0/instruments/0/share").asString()).isEqualTo("0.3333");
        assertThat(shown.at("/items/0/instruments/0/minimumReached").asBoolean())
                .isTrue();
        assertThat(tails(region, commander, "?instrument=eit&reached=true")).containsExactly("gate", "nan");
        assertThat(tails(region, world.admin(), "?sort=eit")).containsExactly("trang", "gate", "nan");
        assertThat(tails(region, world.token("executive", "list-morning-nan", "list-morning-trang"), ""))
                .containsExactly("gate", "nan", "trang");
    }

    @Test
    void what_is_wrong_is_named() {
        var region = region("list-wrong");
        var admin = world.admin();
        assertThat(region.list(admin, "?parent=atlantis&instrument=oit&sort=size")
                        .faults())
                .containsExactly("?parent unknown-agency", "?instrument unknown-instrument", "?sort unknown-order");
        assertThat(region.list(admin, ".csv?parent=%20Atlantis&sort=total").faults())
                .containsExactly("?parent unknown-agency", "?sort unknown-order");
        assertThat(region.list(admin, "?reached=perhaps").faults()).containsExactly("?reached wrong-value");
        assertThat(region.list(admin, "?limit=0").faults()).containsExactly("?limit out-of-range");
        assertThat(region.list(admin, "?q=%00").faults()).containsExactly("?q wrong-value");
        var next = region.list(admin, "?limit=1").json().path("next").asString();
        assertThat(region.list(admin, "?limit=1&cursor=" + next).status()).isEqualTo(200);
        assertThat(region.list(admin, "?limit=1&sort=eit&cursor=" + next).faults())
                .containsExactly("?cursor unknown-cursor");
        var commander = world.token("commander", region.name());
        assertThat(region.list(commander, "?limit=1&cursor=" + next).faults())
                .containsExactly("?cursor unknown-cursor");
        assertThat(region.list(admin, "?cursor=x").faults()).containsExactly("?cursor unknown-cursor");
    }

    @Test
    void units_that_are_assessed_together_are_one_row() {
        var region = Region.open(
                "list-joint", "list-joint-nan,list-joint,province", "list-joint-gate,list-joint-nan,checkpoint");
        var joined = world.write(
                world.admin(),
                "PUT",
                region.path() + "/joint",
                "application/json",
                "{\"joint\":[{\"agency\":\"list-joint-nan\",\"with\":[\"list-joint-gate\"],\"reason\":\"four people\"}]}",
                "If-Match",
                world.get(region.path()).header("ETag"));
        assertThat(joined.status()).as(joined.body()).isEqualTo(200);
        AssessmentWorld.eventually("the list knows it", () -> Region.slugs(region.list(world.admin(), ""))
                .equals(List.of("list-joint-nan")));
        var row = region.list(world.admin(), "").json().at("/items/0");
        assertThat(row.at("/joint/0").asString()).isEqualTo("list-joint-gate");
    }

    @Test
    void the_same_list_is_a_file() {
        var region = region("list-file");
        region.register("list-file-nan", 40, 560);
        region.morning();
        var asked = region.list(world.admin(), ".csv?instrument=eit&sort=eit");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.header("Content-Type")).isEqualTo("text/csv");
        var lines = asked.body().split("\r\n");
        assertThat(lines).hasSize(4);
        assertThat(lines[0]).isEqualTo(String.join(",", TurnoutFile.COLUMNS));
        assertThat(lines[1])
                .matches("list-file-nan,หน่วย list-file-nan,Unit list-file-nan,eit,560,56,false,10,0.1785,.*\\+07:00");
        assertThat(region.list(world.token("commander", "list-file-south"), ".csv")
                        .body()
                        .split("\r\n"))
                .hasSize(3);
        assertThat(region.list(world.token("commander"), ".csv").body().strip())
                .isEqualTo(String.join(",", TurnoutFile.COLUMNS));
    }

    @Test
    void the_description_knows_its_own_shapes() {
        var schemas = world.get("/openapi.json").json().at("/components/schemas");
        assertThat(schemas.at("/Turnout/properties/instruments/items/$ref").asString())
                .endsWith("/Measured");
        assertThat(schemas.at("/Measured/properties/parts/items/$ref").asString())
                .endsWith("/MeasuredPart");
        assertThat(schemas.at("/TurnoutRow/properties/instruments/items/$ref").asString())
                .endsWith("/Progress");
        assertThat(schemas.at("/Progress/properties").has("share")).isTrue();
    }

    @Test
    void hundreds_of_units_cost_no_more_statements_than_one() {
        var few = region("list-few");
        var many = Region.open("list-many");
        flood(many);
        try {
            var one = Overheard.during(() -> few.list(world.admin(), "?sort=eit&q=nan"));
            for (var query : List.of("?sort=eit&limit=500", "?reached=false", ".csv?sort=-iit")) {
                var all = Overheard.during(() -> Region.ok(many.list(world.admin(), query)));
                for (var of : List.of("turnout_day", "from population", "from agency where path"))
                    assertThat(naming(of, all))
                            .as(of)
                            .isEqualTo(naming(of, one))
                            .isPositive();
                // The jobs of the service go on meanwhile.
                assertThat(naming("from agency", all) + naming("from response", all))
                        .isLessThan(MANY / 20);
            }
            assertThat(many.list(world.admin(), ".csv").body().lines()).hasSize(1 + 2 * MANY);
            assertThat(Region.slugs(many.list(world.admin(), "?sort=eit&limit=2")))
                    .containsExactly("list-many-120", "list-many-160");
        } finally {
            many.asOwner("assessment", "delete from agency where 'list-many' = any(path) and parent is not null");
            many.asOwner(
                    "responses",
                    "delete from response using pool where response.pool = pool.pool and round = 'list-many'");
            many.asOwner("responses", "delete from pool where round = 'list-many'");
        }
    }

    private static long naming(String part, List<String> statements) {
        return statements.stream().filter(each -> each.contains(part)).count();
    }

    /** Unit n has 1 + n % 40 answers. */
    private void flood(Region region) {
        region.execute("assessment", """
                insert into agency (agency, parent, path, type, name_th, name_en, first_day, provenance)
                select s, '%1$s', array['%1$s', s], 'province', 'ก', 'A', '2020-01-01', 'provisional'
                from (select '%1$s-' || n as s from generate_series(1, %2$d) n) slugs
                """.formatted(region.name(), MANY));
        region.execute("responses", """
                insert into pool (round, agency, instrument, part, framework, k, release)
                select '%1$s', '%1$s-' || n, 'eit', '1', 'ita-immigration-2567@1', 5, 'close'
                from generate_series(1, %2$d) n
                """.formatted(region.name(), MANY));
        region.execute("responses", """
                insert into response (pool, answers, token_hash, waiting)
                select pool, '{}', decode(md5('flood' || m), 'hex'), m %% 2 = 0
                from pool, generate_series(1, 1 + substring(agency from '[0-9]+$')::int %% 40) m
                where round = '%s'
                """.formatted(region.name()));
    }
}
