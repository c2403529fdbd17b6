package org.prongsai.assessment.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.AgencyChanged;

class AgencyIT {
    private static final String IMPORTS = "/api/v1/agencies/imports";
    private static final String AGENCIES = "/api/v1/agencies";
    private static final AssessmentWorld WORLD = AssessmentWorld.get();

    @BeforeAll
    static void someAgencies() {
        WORLD.agencies(
                "tree,,bureau",
                "tree-north,tree,division",
                "tree-south,tree,division",
                "tree-north-office,tree-north,province",
                "tree-north-gate,tree-north-office,checkpoint");
    }

    private static String line(String agency, String parent, String thai, String english) {
        return agency + "," + parent + ",province,TH-50," + thai + "," + english + ",2566-10-01,,provisional\n";
    }

    private static Answer take(String lines) {
        return WORLD.postCsv(WORLD.admin(), IMPORTS, AgencyFileTest.HEADER + lines);
    }

    private static List<String> slugs(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(agency -> agency.path("agency").asString())
                .toList();
    }

    private static long count(String table, String where) {
        return WORLD.one("assessment", Long.class, "select count(*) from " + table + " where " + where);
    }

    @Test
    void anAgencyIsShownWithItsPlace() {
        take(line("shown", "tree-north", "ตม.จว.ตัวอย่าง", "Shown Office"));
        assertThat(WORLD.get(AGENCIES + "/shown").json()).isEqualTo(EventJson.MAPPER.readTree("""
                        {"agency":"shown","path":["tree","tree-north","shown"],"parent":"tree-north","type":"province",
                         "province":"TH-50","name":{"th":"ตม.จว.ตัวอย่าง","en":"Shown Office"},"from":"2023-10-01",
                         "to":null,"provenance":"provisional","names":[],
                         "lineage":{"predecessors":[],"successors":[]}}"""));
        assertThat(WORLD.get(AGENCIES + "/%00").status()).isEqualTo(400);
        var unknown = WORLD.get(AGENCIES + "/atlantis");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.faults()).containsExactly("/agency unknown-agency");
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() {
        var first = WORLD.get(AGENCIES + "/tree-south");
        var tag = first.header("ETag");
        assertThat(tag).startsWith("\"");
        assertThat(first.header("Cache-Control")).contains("no-cache").doesNotContain("no-store");
        assertThat(WORLD.get(AGENCIES + "/tree-south", "If-None-Match", tag).status())
                .isEqualTo(304);
        take(line("tree-south", "tree", "ใต้", "The South"));
        var changed = WORLD.get(AGENCIES + "/tree-south", "If-None-Match", tag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("name").path("en").asString()).isEqualTo("The South");
    }

    @Test
    void aSubtreeCanBeListedSearchedAndSorted() {
        take(line("searched", "tree", "ด่านตรวจคนเข้าเมือง", "\"Suvarnabhumi, 100%_\"")
                + line("other", "tree", "อื่น", "Other"));
        assertThat(slugs(WORLD.get(AGENCIES + "?parent=tree-north&sort=path")))
                .startsWith("tree-north")
                .containsSubsequence("tree-north", "tree-north-office", "tree-north-gate")
                .doesNotContain("tree", "tree-south");
        assertThat(slugs(WORLD.get(AGENCIES + "?parent=tree&type=checkpoint,bureau&sort=-agency")))
                .containsExactly("tree-north-gate", "tree");
        for (var q : List.of("SUVARNA", "%E0%B8%94%E0%B9%88%E0%B8%B2%E0%B8%99", "arche", "0%25_"))
            assertThat(slugs(WORLD.get(AGENCIES + "?parent=tree&q=" + q))).as(q).containsExactly("searched");
        assertThat(slugs(WORLD.get(AGENCIES + "?parent=tree&q=%25%25%25"))).isEmpty();
        assertThat(WORLD.get(AGENCIES + "?parent=atlantis").faults()).containsExactly("?parent unknown-agency");
        assertThat(WORLD.get(AGENCIES + "?q=%00").faults()).containsExactly("?q wrong-value");
        assertThat(WORLD.get(AGENCIES + "?parent=%00").faults()).containsExactly("?parent wrong-value");
        assertThat(WORLD.get(AGENCIES + "?type=office&sort=size").faults())
                .containsExactly("?type unknown-type", "?sort unknown-order");
    }

    @Test
    void thaiNamesStandAsInADictionary() {
        take(line("dictionary", "tree", "ก", "X")
                + line("dict-1", "dictionary", "เกาะ", "b")
                + line("dict-2", "dictionary", "ขอนแก่น", "A")
                + line("dict-3", "dictionary", "กระบี่", "C"));
        assertThat(slugs(WORLD.get(AGENCIES + "?parent=dictionary&sort=name.th")))
                .containsExactly("dictionary", "dict-3", "dict-1", "dict-2");
        assertThat(slugs(WORLD.get(AGENCIES + "?parent=dictionary&sort=name.en")))
                .containsExactly("dict-2", "dict-1", "dict-3", "dictionary");
    }

    @Test
    void pagesShowEveryAgencyOnceInEveryOrder() {
        take(IntStream.range(0, 60)
                .mapToObj(n -> line("page-" + n, n == 0 ? "tree" : "page-0", "หน้า " + n % 7, "Page " + n % 5))
                .collect(Collectors.joining()));
        for (var sort : List.of("agency", "-agency", "path", "-path", "name.th", "-name.en")) {
            var seen = new ArrayList<String>();
            var next = AGENCIES + "?parent=page-0&limit=7&sort=" + sort;
            while (!next.isEmpty()) {
                var page = WORLD.get(next);
                seen.addAll(slugs(page));
                next = page.header("Link").replaceFirst("^<", "").replaceFirst(">.*$", "");
            }
            assertThat(seen).as(sort).hasSize(60).doesNotHaveDuplicates();
        }
    }

    @Test
    void anExportIsAnImport() {
        var csv = WORLD.get(AGENCIES + ".csv?parent=tree");
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv");
        assertThat(csv.body()).startsWith(AgencyFileTest.HEADER.strip());
        var again = WORLD.postCsv(WORLD.admin(), IMPORTS + "?dryRun=true", csv.body())
                .json();
        assertThat(again.path("unchanged").asInt()).isEqualTo((int) count("agency", "path @> array['tree']"));
        assertThat(again.path("created").asInt() + again.path("updated").asInt())
                .isZero();
    }

    @Test
    void onlyWhatChangedIsTold() {
        var first = line("told", "tree", "แรก", "First") + line("told-child", "told", "ลูก", "Child");
        assertThat(take(first).body())
                .isEqualTo(
                        "{\"encoding\":\"UTF-8\",\"created\":2,\"updated\":0,\"unchanged\":0,\"moved\":0,\"rejected\":[]}");
        var audited = count("audit", "action = 'import-agencies'");
        assertThat(take(first).json().path("unchanged").asInt()).isEqualTo(2);
        assertThat(count("audit", "action = 'import-agencies'")).isEqualTo(audited);
        assertThat(take(line("told", "tree-north", "แรก", "First")).body())
                .isEqualTo(
                        "{\"encoding\":\"UTF-8\",\"created\":0,\"updated\":1,\"unchanged\":0,\"moved\":1,\"rejected\":[]}");
        assertThat(count("audit", "action = 'import-agencies' and actor = 'demo-admin' and role = 'admin'"))
                .isPositive();
        var told = WORLD.told(Topic.AGENCIES, "told-child", all -> all.size() >= 2);
        assertThat(told)
                .hasSize(2)
                .extracting(record -> path(record.value()))
                .containsExactly(
                        List.of("tree", "told", "told-child"), List.of("tree", "tree-north", "told", "told-child"));
        assertThat(WORLD.get(AGENCIES + "/told-child").json().path("path").size())
                .isEqualTo(4);
    }

    private static List<String> path(String body) {
        try {
            return EventJson.read(AgencyChanged.class, body).path();
        } catch (EventJson.Unreadable unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void allLinesAreTakenOrNone() {
        var lines = line("whole", "tree", "ดี", "Good")
                + line("Bad Slug", "atlantis", "", "Bad")
                + line("loop", "loop", "วน", "Loop");
        var outbox = count("outbox", "true");
        var dry = WORLD.postCsv(WORLD.admin(), IMPORTS + "?dryRun=true", AgencyFileTest.HEADER + lines);
        assertThat(dry.status()).isEqualTo(200);
        assertThat(dry.json().path("created").asInt()).isEqualTo(1);
        assertThat(dry.json().path("rejected").valueStream().map(r -> r.path("line")
                        .asInt()))
                .containsExactly(3, 3, 3, 4);
        var wet = take(lines);
        assertThat(wet.status()).isEqualTo(422);
        assertThat(wet.problem()).isEqualTo("invalid-file");
        assertThat(wet.faults())
                .containsExactlyInAnyOrder(
                        "/lines/3/agency bad-slug",
                        "/lines/3/parent unknown-parent",
                        "/lines/3/name_th missing",
                        "/lines/4/parent cycle");
        assertThat(WORLD.get(AGENCIES + "/whole").status()).isEqualTo(404);
        assertThat(count("outbox", "true")).isEqualTo(outbox);
    }

    @Test
    void filesThatAreNoneAreRefused() {
        var header = WORLD.postCsv(WORLD.admin(), IMPORTS, "a;b;c\n1;2;3\n");
        assertThat(header.status()).isEqualTo(422);
        assertThat(header.faults()).containsExactly("/lines/1/ wrong-header");
        assertThat(WORLD.postCsv(WORLD.admin(), IMPORTS, "").faults()).containsExactly("/lines/1/ wrong-header");
        assertThat(take("\"").faults()).containsExactly("/lines/2/ unreadable");
        assertThat(WORLD.postJson(WORLD.admin(), IMPORTS, "{}").status()).isEqualTo(415);
        assertThat(WORLD.postCsv(WORLD.admin(), IMPORTS + "?dryRun=perhaps", "").status())
                .isEqualTo(400);
        assertThat(WORLD.postCsv(WORLD.admin(), IMPORTS, "\uFEFF" + AgencyFileTest.HEADER)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aFileInAnOlderEncodingIsTakenAndNamed() {
        var csv = (AgencyFileTest.HEADER + line("older", "tree", "ด่านเก่า", "Older"))
                .getBytes(Charset.forName("windows-874"));
        var taken = WORLD.postCsv(WORLD.admin(), IMPORTS, csv);
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.json().path("encoding").asString()).isEqualTo("windows-874");
        assertThat(WORLD.get(AGENCIES + "/older").json().path("name").path("th").asString())
                .isEqualTo("ด่านเก่า");
        csv[csv.length - 2] = (byte) 0xFF;
        assertThat(WORLD.postCsv(WORLD.admin(), IMPORTS, csv).faults()).containsExactly("/lines/2/ unknown-encoding");
    }

    @Test
    void bothErasInOneFileAreRefused() {
        var lines = line("era-a", "tree", "ก", "A")
                + line("era-b", "tree", "ข", "B").replace("2566-", "2023-");
        var refused = take(lines);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.faults()).containsExactly("/lines/3/ mixed-eras");
        assertThat(refused.body()).contains("lines 2", "lines 3");
    }

    @Test
    void endedAgenciesAreListedUnlessADayIsAskedFor() {
        take(line("days", "tree", "ก", "A")
                + line("days-old", "days", "ข", "B").replace("2566-10-01,", "2560-10-01,2566-09-30")
                + line("days-new", "days", "ค", "C").replace("2566-10-01", "2568-10-01"));
        assertThat(slugs(WORLD.get(AGENCIES + "?parent=days"))).containsExactly("days", "days-new", "days-old");
        assertThat(slugs(WORLD.get(AGENCIES + "?parent=days&on=2023-09-30"))).containsExactly("days-old");
        assertThat(slugs(WORLD.get(AGENCIES + "?parent=days&on=2023-10-01"))).containsExactly("days");
        assertThat(slugs(WORLD.get(AGENCIES + "?parent=days&on=2025-10-01"))).containsExactly("days", "days-new");
        assertThat(WORLD.get(AGENCIES + ".csv?parent=days&on=2023-09-30").body())
                .contains("days-old,")
                .doesNotContain("days-new,");
        for (var wrong : List.of("2567-10-01", "yesterday", "2024-02-30"))
            assertThat(WORLD.get(AGENCIES + "?on=" + wrong).faults()).containsExactly("?on bad-date");
    }

    @Test
    void nobodyLivesOnBelowAnAgencyThatEnded() {
        take(line("ends", "tree", "ก", "Ends") + line("ends-child", "ends", "ข", "Child"));
        var ended = line("ends", "tree", "ก", "Ends").replace("01,,", "01,2568-09-30,");
        var refused = take(ended);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.faults()).containsExactly("/lines/2/to living-children");
        assertThat(refused.body()).contains("ends (2025-09-30) above ends-child");
        assertThat(WORLD.get(AGENCIES + "/ends").json().path("to").isNull()).isTrue();
        assertThat(take(ended + line("ends-child", "tree", "ข", "Child")).status())
                .isEqualTo(200);
        assertThat(take(line("ends-child", "ends", "ข", "Child")).faults())
                .containsExactly("/lines/2/parent ended-parent");
    }

    @Test
    void onlyAdministratorsBringFilesIn() {
        for (var role : List.of("assessor", "auditor", "system", "coordinator", "executive", "commander"))
            assertThat(WORLD.postCsv(WORLD.token(role, "tree"), IMPORTS, AgencyFileTest.HEADER)
                            .status())
                    .as(role)
                    .isEqualTo(403);
        assertThat(WORLD.send("POST", IMPORTS, AgencyFileTest.HEADER, "Content-Type", "text/csv")
                        .status())
                .isEqualTo(401);
        var forged = WORLD.tokens().forged("demo-admin", List.of("admin"), List.of());
        assertThat(WORLD.postCsv(forged, IMPORTS, AgencyFileTest.HEADER).status())
                .isEqualTo(401);
    }

    @Test
    void importsAtTheSameTimeDoNotTearTheTree() {
        take(line("race-a", "", "ก", "A") + line("race-b", "", "ข", "B"));
        var both = List.of(line("race-a", "race-b", "ก", "A"), line("race-b", "race-a", "ข", "B"));
        var statuses =
                both.parallelStream().map(AgencyIT::take).map(Answer::status).toList();
        assertThat(statuses).containsExactlyInAnyOrder(200, 422);
    }
}
