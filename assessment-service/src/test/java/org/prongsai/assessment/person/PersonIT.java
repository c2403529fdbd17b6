package org.prongsai.assessment.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;

class PersonIT {
    private static final String PEOPLE = "/api/v1/people";
    private static final AssessmentWorld WORLD = AssessmentWorld.get();

    @BeforeAll
    static void someAgencies() {
        WORLD.agencies(
                "people-root,,bureau",
                "people-north,people-root,division",
                "people-south,people-root,division",
                "people-office,people-north,province");
    }

    private static String form(String person, String email, String... agencies) {
        var duties = Arrays.stream(agencies)
                .map("{\"role\":\"coordinator\",\"agency\":\"%s\",\"from\":\"2023-10-01\",\"to\":null}"::formatted)
                .toList();
        return """
                {"person":"%s","name":{"th":"สมหมาย ตัวอย่าง","en":"Sommai Tuayang"},"email":"%s","language":"th",
                 "assignments":%s}""".formatted(person, email, duties);
    }

    private static Answer post(String json, String... headers) {
        return WORLD.write(WORLD.admin(), "POST", PEOPLE, "application/json", json, headers);
    }

    private static long audits(String person) {
        return WORLD.one(
                "assessment", Long.class, "select count(*) from audit where subject = 'people/" + person + "'");
    }

    private static List<String> slugs(Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(each -> each.path("person").asString())
                .toList();
    }

    @Test
    void aPersonIsCreatedThenChangedThenLeftAlone() {
        var created = post(form("one", "one@example.org", "people-office"));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/people/one");
        assertThat(EventJson.MAPPER.readTree(created.body()))
                .isEqualTo(EventJson.MAPPER.readTree(form("one", "one@example.org", "people-office")));
        assertThat(post(form("one", "one@example.org", "people-office")).status())
                .isEqualTo(200);
        assertThat(audits("one")).isOne();
        String changed = form("one", "other@example.org", "people-south", "people-office");
        assertThat(post(changed).status()).isEqualTo(428);
        assertThat(post(changed, "If-Match", "\"elsewhere\"").status()).isEqualTo(412);
        assertThat(audits("one")).isOne();
        assertThat(post(changed, "If-Match", created.header("ETag")).status()).isEqualTo(200);
        assertThat(post(form("nobody-yet", "n@example.org", "people-office"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(audits("one")).isEqualTo(2);
        var shown = WORLD.getAs(WORLD.admin(), PEOPLE + "/one");
        assertThat(shown.json().path("email").asString()).isEqualTo("other@example.org");
        assertThat(shown.json().path("assignments").size()).isEqualTo(2);
        assertThat(WORLD.getAs(WORLD.admin(), PEOPLE + "/one", "If-None-Match", shown.header("ETag"))
                        .status())
                .isEqualTo(304);
        var told = WORLD.told(Topic.PEOPLE, "one", all -> all.size() >= 2);
        assertThat(told).hasSize(2);
        assertThat(EventJson.MAPPER.readTree(told.getLast().value())).isEqualTo(shown.json());
    }

    @Test
    void withoutASlugOneIsGiven() {
        var created = post(form("x", "x@example.org", "people-north").replace("\"person\":\"x\",", ""));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).matches("/api/v1/people/person-[0-9a-f-]+");
        assertThat(WORLD.getAs(WORLD.admin(), created.header("Location")).status())
                .isEqualTo(200);
    }

    @Test
    void coordinatorsSeeThePeopleOfTheirSubtreeOnly() {
        post(form("north-1", "n1@example.org", "people-office"));
        post(form("south-1", "s1@example.org", "people-south"));
        post(form("both-1", "b1@example.org", "people-south", "people-office"));
        post(form("nowhere-1", "w1@example.org"));
        var north = WORLD.token("coordinator", "people-north");
        assertThat(slugs(WORLD.getAs(north, PEOPLE + "?limit=500")))
                .contains("north-1", "both-1")
                .doesNotContain("south-1", "nowhere-1");
        assertThat(slugs(WORLD.getAs(WORLD.admin(), PEOPLE + "?limit=500")))
                .contains("north-1", "both-1", "south-1", "nowhere-1");
        var both = WORLD.getAs(north, PEOPLE + "/both-1").json();
        assertThat(both.path("assignments").size()).isOne();
        assertThat(both.path("assignments").path(0).path("agency").asString()).isEqualTo("people-office");
        assertThat(WORLD.getAs(north, PEOPLE + "/north-1").status()).isEqualTo(200);
        assertThat(WORLD.getAs(north, PEOPLE + "/south-1").status()).isEqualTo(404);
        assertThat(WORLD.getAs(north, PEOPLE + "/nobody").status()).isEqualTo(404);
        assertThat(slugs(WORLD.getAs(WORLD.token("coordinator"), PEOPLE))).isEmpty();
    }

    @Test
    void pagesShowEveryoneOnce() {
        for (int n = 0; n < 5; n++) post(form("page-" + n, "p@example.org", "people-office"));
        var seen = new ArrayList<String>();
        var next = PEOPLE + "?limit=2";
        while (!next.isEmpty()) {
            var page = WORLD.getAs(WORLD.admin(), next);
            seen.addAll(slugs(page));
            next = page.header("Link").replaceFirst("^<", "").replaceFirst(">.*$", "");
        }
        assertThat(seen).doesNotHaveDuplicates().contains("page-0", "page-1", "page-2", "page-3", "page-4");
        var foreign = WORLD.getAs(WORLD.admin(), PEOPLE + "?limit=2")
                .json()
                .path("next")
                .asString();
        assertThat(WORLD.getAs(WORLD.token("coordinator", "people-north"), PEOPLE + "?cursor=" + foreign)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void everyFaultIsNamedAndNothingIsWritten() {
        var bad = post("""
                {"person":"No Slug","name":{"th":"","en":null},"email":"x","language":"de",
                 "assignments":[{"role":"chief","agency":"atlantis","from":"2567-01-01","to":"2020-01-01"}]}""");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.problem()).isEqualTo("invalid-person");
        assertThat(bad.faults())
                .containsExactlyInAnyOrder(
                        "/person bad-slug",
                        "/name/th missing",
                        "/name/en missing",
                        "/email bad-email",
                        "/language unknown-language",
                        "/assignments/0/role unknown-role",
                        "/assignments/0/agency unknown-agency",
                        "/assignments/0/from bad-date");
        var nul = post(form("nul", "nul@example.org", "x").replace("\"x\"", "\"\\u0000\""));
        assertThat(nul.faults()).containsExactly("/assignments/0/agency wrong-value");
        assertThat(WORLD.getAs(WORLD.admin(), PEOPLE + "/%00").status()).isEqualTo(400);
        assertThat(post("{\"person\":").status()).isEqualTo(400);
        assertThat(post("{\"nickname\":\"x\"}").faults()).containsExactly("/nickname unknown-field");
        assertThat(post("null").status()).isEqualTo(400);
        assertThat(post("").status()).isEqualTo(400);
    }

    @Test
    void theTableDecidesWhoGetsIn() {
        for (var role : List.of("assessor", "auditor", "system", "executive", "commander")) {
            assertThat(WORLD.getAs(WORLD.token(role, "people-root"), PEOPLE).status())
                    .as(role)
                    .isEqualTo(403);
            assertThat(WORLD.getAs(WORLD.token(role, "people-root"), PEOPLE + "/one")
                            .status())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(WORLD.get(PEOPLE).status()).isEqualTo(401);
        var coordinator = WORLD.token("coordinator", "people-root");
        assertThat(WORLD.postJson(coordinator, PEOPLE, form("no", "no@example.org"))
                        .status())
                .isEqualTo(403);
    }
}
