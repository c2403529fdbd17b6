package org.prongsai.assessment.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Given;
import org.prongsai.contracts.Topic;
import org.prongsai.methodology.file.FrameworkFile;

class FrameworkIT {
    private static final String FRAMEWORKS = "/api/v1/frameworks/";
    private static final AssessmentWorld WORLD = AssessmentWorld.get();

    private static Answer put(String name, String type, String body, String... headers) {
        return WORLD.write(WORLD.admin(), "PUT", FRAMEWORKS + name, type, body, headers);
    }

    private static long count(String table, String where) {
        return WORLD.one("assessment", Long.class, "select count(*) from " + table + " where " + where);
    }

    @Test
    void theFirstIsVersionOneAndTheSameAgainIsNothingNew() {
        var first = put("fw-first", "application/yaml", Given.frameworkYaml("fw-first"));
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo("/api/v1/frameworks/fw-first@1");
        assertThat(first.json().path("ref").asString()).isEqualTo("fw-first@1");
        var shown = WORLD.get(FRAMEWORKS + "fw-first");
        assertThat(shown.body())
                .isEqualTo(FrameworkFile.json(Given.FRAMEWORK.unversioned())
                        .replaceFirst("\\{\"name\":\"[^\"]*\"", "{\"ref\":\"fw-first@1\",\"name\":\"fw-first\""));
        assertThat(shown.header("ETag")).isEqualTo(first.header("ETag")).startsWith("\"");
        for (var type : List.of("application/yaml", "text/yaml", "application/x-yaml")) {
            var again = put("fw-first", type, "\uFEFF" + Given.frameworkYaml("fw-first"));
            assertThat(again.status()).as(type + again.body()).isEqualTo(200);
            assertThat(again.json().path("ref").asString()).isEqualTo("fw-first@1");
        }
        assertThat(put("fw-first", "application/json", shown.body()).status()).isEqualTo(200);
        assertThat(count("framework", "name = 'fw-first'")).isOne();
        assertThat(count("audit", "subject = 'frameworks/fw-first'")).isOne();
    }

    @Test
    void anotherTextIsTheNextVersionAndTheOldOneStays() {
        put("fw-next", "application/yaml", Given.frameworkYaml("fw-next"));
        var before = WORLD.get(FRAMEWORKS + "fw-next@1");
        var second = put(
                "fw-next", "application/yaml", Given.frameworkYaml("fw-next").replace("floor: 30", "floor: 25"));
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("ref").asString()).isEqualTo("fw-next@2");
        assertThat(WORLD.get(FRAMEWORKS + "fw-next").json().path("ref").asString())
                .isEqualTo("fw-next@2");
        assertThat(WORLD.get(FRAMEWORKS + "fw-next@1").body()).isEqualTo(before.body());
        assertThat(WORLD.get(FRAMEWORKS + "fw-next@1", "If-None-Match", before.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(WORLD.get(FRAMEWORKS + "fw-next", "If-None-Match", before.header("ETag"))
                        .status())
                .isEqualTo(200);
        var told = WORLD.told(Topic.FRAMEWORKS, "fw-next@2", all -> !all.isEmpty());
        assertThat(told.getFirst().value()).contains("\"document\":{\"ref\":\"fw-next@2\"", "\"floor\":25");
    }

    @Test
    void whoNamesAnOldTagIsStale() {
        var first = put("fw-stale", "application/yaml", Given.frameworkYaml("fw-stale"))
                .header("ETag");
        var changed = Given.frameworkYaml("fw-stale").replace("floor: 30", "floor: 25");
        assertThat(put("fw-stale", "application/yaml", changed, "If-Match", first)
                        .status())
                .isEqualTo(201);
        var late = put("fw-stale", "application/yaml", Given.frameworkYaml("fw-stale"), "If-Match", first);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.problem()).isEqualTo("stale");
        assertThat(put("fw-none", "application/yaml", Given.frameworkYaml("fw-none"), "If-Match", first)
                        .status())
                .isEqualTo(412);
    }

    @Test
    void everyFaultIsNamedAndNothingIsWritten() {
        var faulty = put("fw-faulty", "application/yaml", """
                name: fw-faulty
                fiscalYear: 1
                title: {th: "ก"}
                weights: []
                """);
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.problem()).isEqualTo("invalid-framework");
        assertThat(faulty.faults())
                .contains(
                        "/fiscalYear out-of-range",
                        "/title/en missing",
                        "/weights unknown-key",
                        "/instruments missing");
        var other = put("fw-other", "application/yaml", Given.frameworkYaml("fw-faulty"));
        assertThat(other.faults()).containsExactly("/name other-name");
        assertThat(put("fw-faulty", "application/json", "{\"name\":").faults()).containsExactly(" unreadable");
        assertThat(put("fw-faulty", "application/yaml", "").status()).isEqualTo(422);
        assertThat(put("fw-faulty", "text/plain", "x").status()).isEqualTo(415);
        assertThat(put("fw-faulty@1", "application/yaml", Given.frameworkYaml("fw-faulty"))
                        .status())
                .isEqualTo(422);
        assertThat(WORLD.get(FRAMEWORKS + "fw-faulty").status()).isEqualTo(404);
        assertThat(WORLD.get(FRAMEWORKS + "%00").status()).isEqualTo(400);
        assertThat(WORLD.get(FRAMEWORKS + "%00@1").status()).isEqualTo(400);
        assertThat(WORLD.get(FRAMEWORKS + "fw-faulty@1").faults()).containsExactly("/framework unknown-framework");
    }

    @Test
    void aVersionCannotBeChangedByTheServiceItself() {
        for (var sql : List.of("update framework set version = 9", "delete from framework", "truncate framework"))
            assertThatThrownBy(() ->
                            WORLD.database("assessment").sql().sql(sql).then().block())
                    .rootCause()
                    .hasMessageContaining("permission denied");
    }

    @Test
    void theListShowsEveryVersion() {
        put("fw-list", "application/yaml", Given.frameworkYaml("fw-list"));
        put("fw-list", "application/yaml", Given.frameworkYaml("fw-list").replace("floor: 30", "floor: 29"));
        var next = "/api/v1/frameworks?limit=1";
        var refs = new ArrayList<String>();
        while (!next.isEmpty()) {
            var page = WORLD.get(next);
            var item = page.json().path("items").path(0);
            assertThat(item.path("title").path("th").asString()).isNotBlank();
            assertThat(item.path("fiscalYear").asInt()).isBetween(2540, 2700);
            refs.add(item.path("ref").asString());
            next = page.header("Link").replaceFirst("^<", "").replaceFirst(">.*$", "");
        }
        assertThat(refs).doesNotHaveDuplicates().containsSubsequence("fw-list@1", "fw-list@2");
    }

    private static List<String> refs(String query) {
        var refs = new ArrayList<String>();
        var next = "/api/v1/frameworks?limit=2&" + query;
        while (!next.isEmpty()) {
            var page = WORLD.get(next);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json().path("items").forEach(item -> refs.add(item.path("ref").asString()));
            next = page.header("Link").replaceFirst("^<", "").replaceFirst(">.*$", "");
        }
        return refs;
    }

    private static void publish(String name, int year, String title) {
        var yaml = Given.frameworkYaml(name)
                .replace("fiscalYear: 2567", "fiscalYear: " + year)
                .replaceFirst("(?m)^title:.*$", "title: {th: \"การประเมิน\", en: \"" + title + "\"}");
        var answer = put(name, "application/yaml", yaml);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void theListCanBeFilteredAndSorted() {
        publish("fws-b", 2571, "Walrus 100%_ one");
        publish("fws-b", 2572, "Walrus two");
        publish("fws-a", 2572, "WALRUS three");
        publish("fws-c", 2571, "Other walrus");
        assertThat(refs("q=walrus")).containsExactly("fws-a@1", "fws-b@1", "fws-b@2", "fws-c@1");
        assertThat(refs("q=walrus&sort=-name")).containsExactly("fws-c@1", "fws-b@2", "fws-b@1", "fws-a@1");
        assertThat(refs("q=walrus&sort=fiscalYear")).containsExactly("fws-b@1", "fws-c@1", "fws-a@1", "fws-b@2");
        assertThat(refs("q=walrus&sort=-fiscalYear")).containsExactly("fws-b@2", "fws-a@1", "fws-c@1", "fws-b@1");
        assertThat(refs("fiscalYear=2572&q=walrus")).containsExactly("fws-a@1", "fws-b@2");
        assertThat(refs("fiscalYear=2571&sort=-name")).containsExactly("fws-c@1", "fws-b@1");
        assertThat(refs("fiscalYear=2699")).isEmpty();
        assertThat(refs("q=FWS-B")).containsExactly("fws-b@1", "fws-b@2");
        assertThat(refs("q=0%25_")).containsExactly("fws-b@1");
        assertThat(refs("fiscalYear=2571&q=%E0%B8%9B%E0%B8%A3%E0%B8%B0%E0%B9%80%E0%B8%A1%E0%B8%B4%E0%B8%99"))
                .containsExactly("fws-b@1", "fws-c@1");
        assertThat(refs("q=%25%25%25")).isEmpty();
    }

    @Test
    void unknownFiltersAndOrdersOfTheListAreNamed() {
        var list = "/api/v1/frameworks?";
        assertThat(WORLD.get(list + "fiscalYear=soon&sort=size").faults())
                .containsExactly("?fiscalYear bad-fiscal-year", "?sort unknown-order");
        assertThat(WORLD.get(list + "fiscalYear=2024").faults()).containsExactly("?fiscalYear christian-year");
        assertThat(WORLD.get(list + "q=%00").faults()).containsExactly("?q wrong-value");
        put("fw-cursor", "application/yaml", Given.frameworkYaml("fw-cursor"));
        put("fw-cursor", "application/yaml", Given.frameworkYaml("fw-cursor").replace("floor: 30", "floor: 29"));
        var next = WORLD.get(list + "limit=1&q=fw-cursor").json().path("next").asString();
        assertThat(WORLD.get(list + "limit=1&q=fw-cursor&cursor=" + next).status())
                .isEqualTo(200);
        assertThat(WORLD.get(list + "limit=1&sort=-name&cursor=" + next).faults())
                .containsExactly("?cursor unknown-cursor");
    }

    @Test
    void onlyAdministratorsPublish() {
        for (var role : List.of("assessor", "auditor", "system", "coordinator", "executive", "commander"))
            assertThat(WORLD.write(WORLD.token(role), "PUT", FRAMEWORKS + "fw-no", "application/yaml", "x")
                            .status())
                    .as(role)
                    .isEqualTo(403);
        assertThat(WORLD.send("PUT", FRAMEWORKS + "fw-no", "x", "Content-Type", "application/yaml")
                        .status())
                .isEqualTo(401);
    }
}
