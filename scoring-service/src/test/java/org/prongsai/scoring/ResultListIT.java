package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.AgencyChanged.Lineage;
import org.prongsai.contracts.assessment.AgencyChanged.Link;
import tools.jackson.databind.JsonNode;

/** Published results as lists to sort, filter, page through and take along. */
class ResultListIT {
    private static final String OURS = "/results?parent=rl-root";
    private static final String IMPORTED = """
            agency,fiscal_year,total,level,source,retrieved,note
            rl-a,2565,96.00,aa,https://example.org/2565,2022-08-01,
            rl-a,2566,70.50,must-improve,https://example.org/2566,,as printed
            rl-a,2567,88.30,pass,"said ""here"", there",,
            rl-b,2566,90.00,good-pass,https://example.org/2566,,
            rl-b,2567,88.30,,gazette,,
            """;

    private static final String LIKE_FORMULAS = """
            agency,fiscal_year,total,source,note
            formulas,2564,59.00,=cmd,-
            formulas,2565,60.00,+66 2 000 0000,@nobody
            formulas,2566,61.00,''=cmd,'''-
            formulas,2567,62.00,'quoted','
            """;
    private static final Stage STAGE = Stage.get();

    /** Both below one root, and b took a over in 2568. */
    @BeforeAll
    static void results() {
        tell("rl-root", "bureau", List.of("rl-root"), List.of());
        tell("rl-a", "province", List.of("rl-root", "rl-a"), List.of());
        var from = new Link("rl-a", "merged", LocalDate.of(2024, 10, 1));
        tell("rl-b", "checkpoint", List.of("rl-root", "rl-b"), List.of(from));
        await().untilAsserted(
                        () -> assertThat(STAGE.one("select count(*) from agency where agency like 'rl-%'", Long.class))
                                .isEqualTo(3));
        assertThat(imported(IMPORTED).text("/created")).isEqualTo("5");
    }

    private static void tell(String agency, String type, List<String> path, List<Link> predecessors) {
        STAGE.tell(new AgencyChanged(
                agency,
                path,
                type,
                null,
                Map.of("th", "ด่าน " + agency, "en", "Office " + agency),
                LocalDate.of(2010, 10, 1),
                null,
                List.of(),
                new Lineage(predecessors, List.of())));
    }

    private static Stage.Answer imported(String csv) {
        return STAGE.postCsv(STAGE.token("admin"), "/results/imports", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> items(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(each -> each.path("agency").asString() + " "
                        + each.path("fiscalYear").asString())
                .toList();
    }

    private static List<String> list(String query) {
        return items(STAGE.get(query).json());
    }

    private static List<String> walk(String path) {
        var all = new ArrayList<String>();
        var page = STAGE.get(path + "&limit=2");
        for (; ; page = STAGE.get(path + "&limit=2&cursor=" + page.text("/next"))) {
            assertThat(page.status()).as(page.raw().body()).isEqualTo(200);
            all.addAll(items(page.json()));
            if (page.json().path("next").isNull()) return all;
            assertThat(page.header("Link")).contains("rel=\"next\"");
        }
    }

    @Test
    void results_of_all_agencies_can_be_walked_in_every_order() {
        assertThat(walk(OURS)).containsExactly("rl-a 2567", "rl-b 2567", "rl-a 2566", "rl-b 2566", "rl-a 2565");
        assertThat(walk(OURS + "&sort=fiscalYear"))
                .containsExactly("rl-a 2565", "rl-a 2566", "rl-b 2566", "rl-a 2567", "rl-b 2567");
        assertThat(walk(OURS + "&sort=total"))
                .containsExactly("rl-a 2566", "rl-a 2567", "rl-b 2567", "rl-b 2566", "rl-a 2565");
        assertThat(walk(OURS + "&sort=-total"))
                .containsExactly("rl-a 2565", "rl-b 2566", "rl-a 2567", "rl-b 2567", "rl-a 2566");
        assertThat(walk(OURS + "&sort=-agency"))
                .containsExactly("rl-b 2567", "rl-b 2566", "rl-a 2567", "rl-a 2566", "rl-a 2565");
    }

    @Test
    void each_says_where_and_when_it_was_read() {
        var row = STAGE.get(OURS + "&sort=-total&limit=1").json().at("/items/0");
        assertThat(row.path("total").decimalValue()).isEqualByComparingTo("96.00");
        assertThat(row.at("/level/title/en").asString()).isEqualTo("AA");
        assertThat(row.path("source").asString()).isEqualTo("https://example.org/2565");
        assertThat(row.path("retrieved").asString()).isEqualTo("2022-08-01");
        assertThat(row.path("kind").asString()).isEqualTo("official");
        assertThat(row.path("predecessor").isNull()).isTrue();
    }

    @Test
    void year_level_type_text_and_subtree_narrow_them() {
        assertThat(list(OURS + "&fiscalYear=2566")).containsExactly("rl-a 2566", "rl-b 2566");
        assertThat(list(OURS + "&level=pass")).containsExactly("rl-a 2567");
        assertThat(list(OURS + "&type=checkpoint")).containsExactly("rl-b 2567", "rl-b 2566");
        assertThat(list(OURS + "&q=office%20RL-A&fiscalYear=2565")).containsExactly("rl-a 2565");
        assertThat(list("/results?parent=rl-b&sort=fiscalYear")).containsExactly("rl-b 2566", "rl-b 2567");
        assertThat(list("/results?q=rl-&level=aa")).containsExactly("rl-a 2565");
    }

    @Test
    void the_file_can_be_brought_in_again_as_it_is() {
        var csv = STAGE.get("/results.csv?parent=rl-root&sort=agency");
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"results-rl-root.csv\"");
        var body = csv.raw().body();
        assertThat(body.lines())
                .hasSize(6)
                .startsWith("agency,name_th,name_en,fiscal_year,total,level,source,retrieved,note")
                .contains("rl-a,ด่าน rl-a,Office rl-a,2566,70.50,must-improve,https://example.org/2566,,as printed");
        assertThat(imported(body).raw().body())
                .isEqualTo("{\"encoding\":\"UTF-8\",\"created\":0,\"updated\":0,\"unchanged\":5,\"rejected\":[]}");
        assertThat(STAGE.get("/results.csv?parent=rl-root&level=pass")
                        .raw()
                        .body()
                        .lines())
                .hasSize(2);
        theFileOfFormulasToo();
        assertThat(STAGE.get("/results.csv").header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"results.csv\"");
    }

    private static void theFileOfFormulasToo() {
        tell("formulas", "province", List.of("formulas"), List.of());
        await().untilAsserted(() ->
                assertThat(STAGE.get("/agencies/formulas/history").status()).isEqualTo(200));
        assertThat(imported(LIKE_FORMULAS).text("/created")).isEqualTo("4");
        var query = "?parent=formulas&sort=fiscalYear";
        var told = STAGE.get("/results" + query).json().path("items");
        assertThat(told.valueStream()
                        .map(each -> each.path("source").asString() + " "
                                + each.path("note").asString()))
                .containsExactly("=cmd -", "+66 2 000 0000 @nobody", "'=cmd ''-", "'quoted' '");
        var body = STAGE.get("/results.csv" + query).raw().body();
        assertThat(body.lines().skip(1).map(line -> line.split(",")[6]))
                .containsExactly("'=cmd", "'+66 2 000 0000", "''=cmd", "'quoted'");
        assertThat(imported(body).raw().body())
                .isEqualTo("{\"encoding\":\"UTF-8\",\"created\":0,\"updated\":0,\"unchanged\":4,\"rejected\":[]}");
        assertThat(STAGE.get("/results" + query).json().path("items")).isEqualTo(told);
    }

    @Test
    void a_history_is_sorted_and_narrowed_alike() {
        var history = "/agencies/rl-b/history?";
        assertThat(walk(history + "sort=-total"))
                .containsExactly("rl-a 2565", "rl-b 2566", "rl-a 2567", "rl-b 2567", "rl-a 2566");
        assertThat(walk(history + "sort=fiscalYear"))
                .containsExactly("rl-a 2565", "rl-a 2566", "rl-b 2566", "rl-a 2567", "rl-b 2567");
        assertThat(list(history + "fiscalYear=2567&sort=-agency")).containsExactly("rl-b 2567", "rl-a 2567");
        assertThat(list(history + "level=aa")).containsExactly("rl-a 2565");
    }

    @Test
    void a_year_without_a_result_is_no_first_year() {
        var none = STAGE.get("/agencies/rl-b/history?fiscalYear=2560").json();
        assertThat(none.path("items")).isEmpty();
        assertThat(none.path("firstYear").asBoolean()).isFalse();
        assertThat(STAGE.get("/agencies/rl-root/history?level=aa")
                        .json()
                        .path("firstYear")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_history_is_a_file_too() {
        var csv = STAGE.get("/agencies/rl-b/history.csv?sort=-total&fiscalYear=2566");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"history-rl-b.csv\"");
        assertThat(csv.raw().body().lines())
                .containsExactly(
                        "agency,name_th,name_en,fiscal_year,total,level,source,retrieved,note,kind,round,synthetic,"
                                + "predecessor_of,predecessor_kind,predecessor_since",
                        "rl-b,ด่าน rl-b,Office rl-b,2566,90.00,good-pass,https://example.org/2566,,,official,,false,,,",
                        "rl-a,ด่าน rl-a,Office rl-a,2566,70.50,must-improve,https://example.org/2566,,as printed,"
                                + "official,,false,rl-b,merged,2024-10-01");
        assertThat(STAGE.get("/agencies/rl-nobody/history.csv").status()).isEqualTo(404);
    }

    @Test
    void what_cannot_be_asked_is_refused_by_name() {
        var query = "?sort=colour&fiscalYear=2024&level=best";
        for (var path : List.of("/agencies/rl-b/history" + query, "/agencies/rl-b/history.csv" + query)) {
            var refused = STAGE.get(path);
            assertThat(refused.status()).as(path).isEqualTo(400);
            assertThat(refused.json().path("errors").valueStream().map(each -> each.path("reason")
                            .asString()))
                    .containsExactly("christian-year", "unknown-value", "unknown-sort");
        }
        for (var path : List.of("/results", "/results.csv")) {
            var refused = STAGE.get(path + query + "&parent=nowhere&type=castle&q=" + "x".repeat(201));
            assertThat(refused.status()).as(path).isEqualTo(400);
            assertThat(refused.json().path("errors")).hasSize(6);
            assertThat(refused.raw().body()).contains("the Buddhist year, 2567", "-fiscalYear", "good-pass");
        }
        var cursor = STAGE.get(OURS + "&limit=2").text("/next");
        for (var other : List.of(
                "/results?cursor=",
                OURS + "&sort=total&cursor=",
                OURS + "&level=pass&cursor=",
                OURS + "&fiscalYear=2566&cursor=",
                "/agencies/rl-b/history?cursor="))
            assertThat(STAGE.get(other + cursor).fault().path("reason").asString())
                    .as(other)
                    .isEqualTo("unknown-cursor");
    }
}
