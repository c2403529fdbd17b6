package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.AgencyChanged.FormerName;
import org.prongsai.contracts.assessment.AgencyChanged.Lineage;
import org.prongsai.contracts.assessment.AgencyChanged.Link;
import tools.jackson.databind.JsonNode;

class HistoryIT {
    private static final String HEADER = "agency,fiscal_year,total,level,source,retrieved,note\n";
    private static final Stage STAGE = Stage.get();

    private static Link link(String agency, String kind, String on) {
        return new Link(agency, kind, LocalDate.parse(on));
    }

    private static void tell(String agency, Link... predecessors) {
        tell(agency, List.of(), predecessors);
    }

    private static void tell(String agency, List<FormerName> names, Link... predecessors) {
        tell(agency, null, names, predecessors);
    }

    private static void tell(String agency, LocalDate to, List<FormerName> names, Link... predecessors) {
        STAGE.tell(new AgencyChanged(
                agency,
                List.of(agency),
                "province",
                null,
                Map.of("th", "หน่วย", "en", agency),
                LocalDate.of(2010, 10, 1),
                to,
                names,
                new Lineage(List.of(predecessors), List.of())));
        await().untilAsserted(() -> assertThat(history(agency).status()).isEqualTo(200));
    }

    private static Stage.Answer history(String agency) {
        return STAGE.get("/agencies/" + agency + "/history");
    }

    private static Stage.Answer take(String lines) {
        return take("", lines);
    }

    private static Stage.Answer take(String query, String lines) {
        return STAGE.postCsv(
                STAGE.token("admin"), "/results/imports" + query, (HEADER + lines).getBytes(StandardCharsets.UTF_8));
    }

    private static void results(String agency, int... years) {
        var lines = new StringBuilder();
        for (int year : years) lines.append("%s,%d,88.3,,https://example.org,,\n".formatted(agency, year));
        var taken = take(lines.toString());
        assertThat(taken.status()).as(taken.raw().body()).isEqualTo(200);
    }

    private static List<String> items(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(each -> each.path("fiscalYear").asString() + " "
                        + each.path("agency").asString())
                .toList();
    }

    private static long audited() {
        return STAGE.one("select count(*) from audit where action = 'import-results'", Long.class);
    }

    @Test
    void an_official_result_is_shown_as_it_was_published() {
        tell("hs-shown");
        take("hs-shown,2566,53.7,must-improve-urgently,https://example.org/a,2024-08-01,as printed\n"
                + "hs-shown,2565,96.00,aa,gazette,,\n");
        assertThat(history("hs-shown").json()).isEqualTo(EventJson.MAPPER.readTree("""
                {"items":[
                  {"fiscalYear":2566,"agency":"hs-shown","name":{"en":"hs-shown","th":"หน่วย"},"predecessor":null,
                   "kind":"official","round":null,"total":53.70,
                   "level":{"code":"must-improve-urgently","title":{"th":"ต้องปรับปรุงโดยด่วน","en":"Must improve urgently"}},
                   "source":"https://example.org/a","retrieved":"2024-08-01","synthetic":false,"note":"as printed"},
                  {"fiscalYear":2565,"agency":"hs-shown","name":{"en":"hs-shown","th":"หน่วย"},"predecessor":null,
                   "kind":"official","round":null,"total":96.00,"level":{"code":"aa","title":{"th":"AA","en":"AA"}},
                   "source":"gazette","retrieved":null,"synthetic":false,"note":null}],
                 "next":null,"firstYear":false}"""));
    }

    @Test
    void no_earlier_year_is_a_value_and_no_such_agency_is_not() {
        tell("hs-new");
        assertThat(history("hs-new").raw().body()).isEqualTo("{\"items\":[],\"next\":null,\"firstYear\":true}");
        var nobody = history("hs-nobody");
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.fault().path("reason").asString()).isEqualTo("unknown-agency");
    }

    @Test
    void predecessors_are_part_of_the_line_until_they_hand_over() {
        tell("hs-a");
        tell("hs-b", link("hs-a", "split", "2022-10-01"));
        tell("hs-c");
        tell("hs-d");
        tell("hs-d", link("hs-b", "merged", "2024-10-01"), link("hs-c", "merged", "2024-04-01"));
        results("hs-a", 2564, 2565, 2566);
        results("hs-b", 2566, 2567);
        results("hs-c", 2567, 2568);
        results("hs-d", 2568);
        await().untilAsserted(
                        () -> assertThat(history("hs-d").json().path("items")).hasSize(6));
        var page = history("hs-d").json();
        assertThat(items(page))
                .containsExactly("2568 hs-d", "2567 hs-b", "2567 hs-c", "2566 hs-b", "2565 hs-a", "2564 hs-a");
        assertThat(page.at("/items/0/predecessor").isNull()).isTrue();
        assertThat(page.at("/items/4/predecessor")).isEqualTo(EventJson.MAPPER.readTree("""
                {"of":"hs-b","kind":"split","since":"2022-10-01"}"""));
        assertThat(items(history("hs-a").json())).containsExactly("2566 hs-a", "2565 hs-a", "2564 hs-a");
    }

    @Test
    void what_a_predecessor_took_over_later_is_not_part_of_the_line() {
        tell("hs-kept", link("hs-later", "merged", "2024-10-01"));
        tell("hs-later");
        tell("hs-part", link("hs-kept", "split", "2022-10-01"));
        results("hs-later", 2564);
        results("hs-kept", 2564);
        assertThat(items(history("hs-part").json())).containsExactly("2564 hs-kept");
        assertThat(items(history("hs-kept").json())).containsExactly("2564 hs-kept", "2564 hs-later");
    }

    @Test
    void a_result_stands_under_the_name_of_its_year() {
        var first = new FormerName(Map.of("en", "First"), LocalDate.of(2010, 10, 1), LocalDate.of(2022, 9, 29));
        var second = new FormerName(Map.of("en", "Second"), LocalDate.of(2022, 9, 30), LocalDate.of(2023, 9, 30));
        tell("hs-called", List.of(first, second));
        results("hs-called", 2550, 2564, 2565, 2566, 2567);
        assertThat(history("hs-called").json().path("items").valueStream().map(each -> each.at("/name/en")
                        .asString()))
                .containsExactly("hs-called", "Second", "Second", "First", "First");
    }

    @Test
    void a_circle_in_what_was_told_ends() {
        tell("hs-round-a", link("hs-round-b", "merged", "2024-10-01"));
        tell("hs-round-b", link("hs-round-a", "merged", "2024-10-01"));
        results("hs-round-a", 2566);
        results("hs-round-b", 2566);
        assertThat(items(history("hs-round-a").json())).containsExactly("2566 hs-round-a", "2566 hs-round-b");
    }

    @Test
    void a_long_history_can_be_walked() {
        tell("hs-old");
        tell("hs-long", link("hs-old", "merged", "2024-10-01"));
        results("hs-old", 2560, 2561, 2562, 2563);
        results("hs-long", 2562, 2563, 2564);
        var seen = new ArrayList<String>();
        var path = "/agencies/hs-long/history?limit=2";
        for (var page = STAGE.get(path); ; page = STAGE.get(path)) {
            assertThat(page.json().path("firstYear").asBoolean()).isFalse();
            seen.addAll(items(page.json()));
            var next = page.json().path("next");
            if (next.isNull()) break;
            assertThat(page.header("Link")).contains("rel=\"next\"");
            path = "/agencies/hs-long/history?limit=2&cursor=" + next.asString();
        }
        assertThat(seen)
                .containsExactly(
                        "2564 hs-long",
                        "2563 hs-long",
                        "2563 hs-old",
                        "2562 hs-long",
                        "2562 hs-old",
                        "2561 hs-old",
                        "2560 hs-old");
        var cursor = STAGE.get("/agencies/hs-long/history?limit=2").text("/next");
        assertThat(STAGE.get("/agencies/hs-old/history?cursor=" + cursor)
                        .fault()
                        .path("pointer")
                        .asString())
                .isEqualTo("?cursor");
        assertThat(STAGE.get("/agencies/hs-old/history?limit=0").status()).isEqualTo(400);
    }

    @Test
    void files_are_taken_whole_and_once() {
        tell("hs-file");
        var audited = audited();
        var lines = "hs-file,2566,88.3,pass,s,,\nhs-file,2567,90,,s,,\n";
        assertThat(take("?dryRun=true", lines).raw().body())
                .isEqualTo("{\"encoding\":\"UTF-8\",\"created\":2,\"updated\":0,\"unchanged\":0,\"rejected\":[]}");
        assertThat(items(history("hs-file").json())).isEmpty();
        assertThat(take(lines).json().path("created").asInt()).isEqualTo(2);
        assertThat(audited()).isEqualTo(audited + 1);
        assertThat(take(lines).json().path("unchanged").asInt()).isEqualTo(2);
        assertThat(audited()).isEqualTo(audited + 1);
        assertThat(take(lines.replace("88.3", "88.31")).raw().body())
                .isEqualTo("{\"encoding\":\"UTF-8\",\"created\":0,\"updated\":1,\"unchanged\":1,\"rejected\":[]}");
        assertThat(history("hs-file").text("/items/1/total")).isEqualTo("88.31");
    }

    @Test
    void a_file_with_a_fault_changes_nothing() {
        tell("hs-fault");
        var lines = "hs-fault,2566,88.3,pass,s,,\nhs-nowhere,2024,88.333,aa,,,\n";
        var dry = take("?dryRun=true", lines);
        assertThat(dry.status()).isEqualTo(200);
        assertThat(dry.json().path("created").asInt()).isEqualTo(1);
        assertThat(dry.json().at("/rejected")).hasSize(4);
        var wet = take(lines);
        assertThat(wet.status()).isEqualTo(422);
        assertThat(wet.text("/type")).isEqualTo("/problems/invalid-file");
        assertThat(wet.json().path("errors").valueStream().map(each -> each.path("pointer")
                        .asString()))
                .containsExactlyInAnyOrder(
                        "/lines/3/agency", "/lines/3/fiscal_year", "/lines/3/total", "/lines/3/source");
        assertThat(items(history("hs-fault").json())).isEmpty();
    }

    @Test
    void a_name_that_no_database_holds_is_a_fault_like_any_other() {
        var refused = take("hs\u0000nul,2566,88.3,,s,,\nHS,2566,88.3,,s,,\n");
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(422);
        assertThat(reasons(refused)).containsExactly("bad-agency", "bad-agency");
        assertThat(reasons(take("hs-text,2566,88.3,,s\u0000,,n\u0000\n")))
                .containsExactlyInAnyOrder("unknown-agency", "bad-text", "bad-text");
    }

    @Test
    void what_cannot_be_is_refused() {
        tell("hs-real", LocalDate.of(2023, 9, 30), List.of());
        assertThat(reasons(take("hs-real,2699,88.3,,s,,\n"))).containsExactly("future", "after-end");
        assertThat(reasons(take("hs-real,2567,88.3,,s,,\n"))).containsExactly("after-end");
        assertThat(reasons(take("hs-real,2566,88.3,,s,2190-01-01,\n"))).containsExactly("future");
        assertThat(reasons(take("hs-real,2566,10,excellent-pass,s,,\n"))).containsExactly("level-does-not-fit");
        assertThat(take("hs-real,2566,88.3,pass,s,,\nhs-real,2550,88.3,,s,,\n").status())
                .isEqualTo(200);
        tell("hs-real");
        await().untilAsserted(() ->
                assertThat(take("hs-real,2567,88.3,,s,,\n").status()).isEqualTo(200));
    }

    private static List<String> reasons(Stage.Answer refused) {
        return refused.json()
                .path("errors")
                .valueStream()
                .map(each -> each.path("reason").asString())
                .toList();
    }
}
