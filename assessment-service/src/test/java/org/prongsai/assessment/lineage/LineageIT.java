package org.prongsai.assessment.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.AgencyChanged.Link;

class LineageIT {
    private static final String AGENCIES = "/api/v1/agencies/";
    private static final AssessmentWorld WORLD = AssessmentWorld.get();

    private static String tag(String agency) {
        return WORLD.get(AGENCIES + agency).header("ETag");
    }

    private static Answer post(String agency, String what, String json) {
        return post(agency, what, json, tag(agency));
    }

    private static Answer post(String agency, String what, String json, String tag) {
        return WORLD.write(WORLD.admin(), "POST", AGENCIES + agency + what, "application/json", json, "If-Match", tag);
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static String rename(String english, String from) {
        return """
                {"name":{"th":"ชื่อใหม่ %s","en":"%1$s"},"from":"%s","reason":"order 1/2567"}""".formatted(english, from);
    }

    private static String merger(String into, String on) {
        return """
                {"into":"%s","on":"%s","reason":"order 2/2567"}""".formatted(into, on);
    }

    private static long count(String table, String where) {
        return WORLD.one("assessment", Long.class, "select count(*) from " + table + " where " + where);
    }

    private static AgencyChanged told(String agency, int times) {
        var records = WORLD.told(Topic.AGENCIES, agency, all -> all.size() >= times);
        assertThat(records).hasSize(times);
        try {
            return EventJson.read(AgencyChanged.class, records.getLast().value());
        } catch (EventJson.Unreadable unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void aRenamedAgencyKeepsItsIdAndItsFormerNames() {
        WORLD.agencies("rn,,bureau");
        var first = done(post("rn", "/renames", rename("Second", "2024-10-01")));
        assertThat(first.header("ETag")).isEqualTo(tag("rn"));
        var second = done(post("rn", "/renames", rename("Third", "2025-10-01"), first.header("ETag")));
        var shown = WORLD.get(AGENCIES + "rn").json();
        assertThat(shown).isEqualTo(second.json());
        assertThat(shown.at("/name/en").asString()).isEqualTo("Third");
        assertThat(shown.path("names")).isEqualTo(EventJson.MAPPER.readTree("""
                [{"name":{"th":"หน่วย rn","en":"Unit rn"},"from":"2023-10-01","to":"2024-09-30"},
                 {"name":{"th":"ชื่อใหม่ Second","en":"Second"},"from":"2024-10-01","to":"2025-09-30"}]"""));
        assertThat(told("rn", 3).names()).hasSize(2);
        assertThat(count("audit", "action = 'rename-agency' and subject = 'agencies/rn' and reason = 'order 1/2567'"))
                .isEqualTo(2);
        assertThat(WORLD.get("/api/v1/agencies?parent=rn&q=third").json().at("/items/0/names"))
                .hasSize(2);
        for (var former : List.of("unit%20rn", "SECOND"))
            assertThat(WORLD.get("/api/v1/agencies?parent=rn&q=" + former)
                            .json()
                            .at("/items/0/agency")
                            .asString())
                    .as(former)
                    .isEqualTo("rn");
        assertThat(WORLD.get("/api/v1/agencies?parent=rn&q=fourth").json().path("items"))
                .isEmpty();
    }

    @Test
    void anImportCorrectsTheNameAndKeepsThePast() {
        WORLD.agencies("im,,bureau", "im-a,im,province", "im-b,im,province");
        done(post("im-a", "/renames", rename("Renamed", "2024-10-01")));
        done(post("im-a", "/mergers", merger("im-b", "2025-10-01")));
        var csv = WORLD.get("/api/v1/agencies.csv?parent=im").body();
        var again =
                WORLD.postCsv(WORLD.admin(), "/api/v1/agencies/imports", csv).json();
        assertThat(again.path("unchanged").asInt()).isEqualTo(3);
        var corrected = WORLD.postCsv(WORLD.admin(), "/api/v1/agencies/imports", csv.replace("Renamed", "Corrected"));
        assertThat(corrected.json().path("updated").asInt()).isEqualTo(1);
        var shown = WORLD.get(AGENCIES + "im-a").json();
        assertThat(shown.at("/name/en").asString()).isEqualTo("Corrected");
        assertThat(shown.path("names")).hasSize(1);
        assertThat(shown.at("/lineage/successors/0/agency").asString()).isEqualTo("im-b");
        var revived = WORLD.postCsv(WORLD.admin(), "/api/v1/agencies/imports", csv.replace(",2025-09-30,", ",,"));
        assertThat(revived.faults()).containsExactly("/lines/3/to contradicts-lineage");
    }

    @Test
    void aMergedAgencyEndsAndBothShowTheirLineage() {
        WORLD.agencies("mg,,bureau", "mg-a,mg,province", "mg-b,mg,province");
        var merged = done(post("mg-a", "/mergers", merger("mg-b", "2026-10-01")));
        assertThat(merged.json()).isEqualTo(WORLD.get(AGENCIES + "mg-a").json());
        assertThat(merged.json().path("to").asString()).isEqualTo("2026-09-30");
        assertThat(WORLD.get(AGENCIES + "mg-b").json().path("lineage")).isEqualTo(EventJson.MAPPER.readTree("""
                {"predecessors":[{"agency":"mg-a","kind":"merged","on":"2026-10-01"}],"successors":[]}"""));
        assertThat(told("mg-a", 2).lineage().successors())
                .containsExactly(new Link("mg-b", "merged", LocalDate.of(2026, 10, 1)));
        assertThat(told("mg-b", 2).lineage().predecessors()).hasSize(1);
        assertThat(count("audit", "action = 'merge-agency' and agency = 'mg-a' and reason = 'order 2/2567'"))
                .isEqualTo(1);
        var listed =
                WORLD.get("/api/v1/agencies?parent=mg&on=2026-10-01").json().path("items");
        assertThat(listed.valueStream().map(each -> each.path("agency").asString()))
                .containsExactly("mg", "mg-b");
    }

    @Test
    void aSplitAgencyMakesRoomForNewOnes() {
        WORLD.agencies("sp,,bureau", "sp-a,sp,province");
        var split = done(post("sp-a", "/splits", """
                {"into":[{"agency":"sp-east","name":{"th":"ออก","en":"East"}},
                         {"agency":"sp-gate","name":{"th":"ด่าน","en":"Gate"},"type":"checkpoint","province":"TH-57"}],
                 "on":"2026-10-01","reason":"order 3/2567"}"""));
        assertThat(split.json().path("to").asString()).isEqualTo("2026-09-30");
        assertThat(split.json().at("/lineage/successors")).hasSize(2);
        var gate = WORLD.get(AGENCIES + "sp-gate").json();
        assertThat(gate.path("parent").asString()).isEqualTo("sp");
        assertThat(gate.path("from").asString()).isEqualTo("2026-10-01");
        assertThat(gate.at("/lineage/predecessors/0/agency").asString()).isEqualTo("sp-a");
        assertThat(told("sp-east", 1).lineage().predecessors()).hasSize(1);
        assertThat(count("audit", "action = 'split-agency' and agency = 'sp-a'"))
                .isEqualTo(1);
        done(post("sp-gate", "/splits", """
                {"into":[{"agency":"sp-gate-2","name":{"th":"ด่านสอง","en":"Gate 2"}}],"on":"2027-10-01","keeps":true,
                 "reason":"order 4/2567"}"""));
        assertThat(WORLD.get(AGENCIES + "sp-gate").json().path("to").isNull()).isTrue();
    }

    @Test
    void childrenMoveToTheNewOnesBeforeTheOldOneEnds() {
        WORLD.agencies("ch,,bureau", "ch-old,ch,division", "ch-office,ch-old,province");
        var parts = """
                {"into":[{"agency":"ch-north","name":{"th":"เหนือ","en":"North"}},
                         {"agency":"ch-south","name":{"th":"ใต้","en":"South"}}],
                 "on":"2026-10-01","reason":"order 5/2567"%s}""";
        var refused = post("ch-old", "/splits", parts.formatted(""));
        assertThat(refused.faults()).containsExactly("/agency living-children");
        assertThat(refused.body()).contains("keeps", "ch-office");
        done(post("ch-old", "/splits", parts.formatted(",\"keeps\":true")));
        var csv = WORLD.get("/api/v1/agencies.csv?parent=ch").body();
        var moved = csv.replace("ch-office,ch-old,", "ch-office,ch-north,")
                .replaceAll("(ch-old,ch,.*,2023-10-01),,", "$1,2026-09-30,");
        var taken = WORLD.postCsv(WORLD.admin(), "/api/v1/agencies/imports", moved);
        assertThat(taken.json().path("updated").asInt()).as(taken.body()).isEqualTo(2);
        assertThat(WORLD.get(AGENCIES + "ch-old").json().path("to").asString()).isEqualTo("2026-09-30");
        assertThat(WORLD.get(AGENCIES + "ch-office").json().path("parent").asString())
                .isEqualTo("ch-north");
    }

    @Test
    void aDryRunShowsTheSameAndChangesNothing() {
        WORLD.agencies("dry,,bureau", "dry-a,dry,province", "dry-b,dry,province");
        var outbox = count("outbox", "true");
        var audit = count("audit", "true");
        var dry = done(post("dry-a", "/mergers?dryRun=true", merger("dry-b", "2026-10-01")));
        assertThat(count("outbox", "true")).isEqualTo(outbox);
        assertThat(count("audit", "true")).isEqualTo(audit);
        assertThat(WORLD.get(AGENCIES + "dry-a").json().path("to").isNull()).isTrue();
        assertThat(done(post("dry-a", "/mergers", merger("dry-b", "2026-10-01")))
                        .json())
                .isEqualTo(dry.json());
        assertThat(post("dry-b", "/mergers?dryRun=true", merger("dry-b", "2026-10-01"))
                        .faults())
                .containsExactly("/into same-agency");
    }

    @Test
    void whatDoesNotFitIsRefusedWhole() {
        WORLD.agencies("rf,,bureau", "rf-a,rf,province", "rf-b,rf,province", "rf-child,rf-a,checkpoint");
        var merger = post("rf-a", "/mergers", merger("atlantis", "2023-10-01"));
        assertThat(merger.status()).isEqualTo(422);
        assertThat(merger.problem()).isEqualTo("invalid-agency");
        assertThat(merger.faults())
                .containsExactly("/on before-beginning", "/agency living-children", "/into unknown-agency");
        var split = post("rf-b", "/splits", """
                {"into":[{"agency":"rf-a","name":{"th":"","en":"x"}}],"on":"2026-10-01","reason":"r"}""");
        assertThat(split.faults()).containsExactly("/into too-few", "/into/0/agency taken", "/into/0/name/th missing");
        assertThat(post("rf-b", "/renames", rename("Unit", "2999-01-01")).faults())
                .containsExactly("/from bad-date");
        assertThat(post("rf-b", "/renames", "{\"nom\":1}").status()).isEqualTo(400);
        assertThat(post("rf-b", "/renames", "").status()).isEqualTo(400);
        assertThat(post("rf-b", "/splits", "{\"into\":[null]}").status()).isEqualTo(400);
        assertThat(post("rf-b", "/renames?dryRun=perhaps", rename("Unit", "2025-10-01"))
                        .status())
                .isEqualTo(400);
        assertThat(post("atlantis", "/renames", rename("Unit", "2025-10-01"), "\"x\"")
                        .faults())
                .containsExactly("/agency unknown-agency");
        assertThat(WORLD.get(AGENCIES + "rf-a").json().path("to").isNull()).isTrue();
    }

    @Test
    void whoeverSawAnOlderStateIsToldSo() {
        WORLD.agencies("et,,bureau");
        var seen = tag("et");
        done(post("et", "/renames", rename("Second", "2024-10-01"), seen));
        assertThat(post("et", "/renames", rename("Third", "2025-10-01"), seen).status())
                .isEqualTo(412);
        assertThat(WORLD.postJson(WORLD.admin(), AGENCIES + "et/renames", rename("Third", "2025-10-01"))
                        .status())
                .isEqualTo(428);
    }

    @Test
    void twoMergersAtOnceMakeNoCircle() {
        WORLD.agencies("tw,,bureau", "tw-a,tw,province", "tw-b,tw,province");
        var tags = List.of(tag("tw-a"), tag("tw-b"));
        var statuses = List.of(0, 1).parallelStream()
                .map(n -> n == 0
                        ? post("tw-a", "/mergers", merger("tw-b", "2026-10-01"), tags.get(0))
                        : post("tw-b", "/mergers", merger("tw-a", "2026-10-01"), tags.get(1)))
                .map(Answer::status)
                .toList();
        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    }
}
