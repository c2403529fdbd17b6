package org.prongsai.disclosure.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.contracts.assessment.UnitsJoined;
import org.prongsai.contracts.assessment.WindowExtended;
import org.prongsai.disclosure.DisclosureWorld;
import org.prongsai.disclosure.Samples;

class MarksIT extends MarksContract {

    @Override
    DisclosureWorld world() {
        return DisclosureWorld.get();
    }

    @Test
    void a_file_with_faults_names_them_all_and_does_nothing() {
        var refused = marks("", "north,o1,100", "nowhere,o1,100", "training,o1,100", "north,o99,100", "north,o2,7");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("type").asString()).isEqualTo("/problems/invalid-file");
        assertThat(refused.reasons())
                .containsExactly(
                        "/lines/3/agency unknown-agency",
                        "/lines/4/agency not-participating",
                        "/lines/5/item unknown-item",
                        "/lines/6/mark unknown-mark");
        assertThat(refused.json().at("/errors/3").toString())
                .isEqualTo(
                        "{\"pointer\":\"/lines/6/mark\",\"reason\":\"unknown-mark\",\"expected\":[0,100],\"actual\":\"7\"}");
        assertThat(outbox()).isEqualTo("0");
        assertThat(list("north").raw().body()).isEqualTo("{\"items\":[],\"next\":null}");
    }

    @Test
    void a_unit_assessed_with_another_is_marked_there_and_says_where() {
        var joined = Samples.round(round, "sample@1")
                .state()
                .withJoint(List.of(new RoundState.Joint("north", List.of("south"), "four people")));
        world().tell(new UnitsJoined(joined));
        await().untilAsserted(() -> assertThat(list("south").reasons()).containsExactly("/agency assessed-jointly"));
        assertThat(list("south").status()).isEqualTo(404);
        var lead = "/api/v1/rounds/" + round + "/agencies/north";
        assertThat(list("south").json().at("/errors/0/expected").asString()).isEqualTo(lead);
        var refused = marks("", "north,o1,100", "south,o1,100");
        assertThat(refused.reasons()).containsExactly("/lines/3/agency assessed-jointly");
        assertThat(refused.json().at("/errors/0/expected").asString()).isEqualTo(lead);
        assertThat(marks("", "north,o1,100").status()).isEqualTo(200);
    }

    @Test
    void who_existed_on_the_rounds_first_day_is_marked_to_its_end_and_nobody_else() {
        var opens = Instant.parse("2023-12-31T17:00:00Z");
        var window = new RoundState.StepWindow("oit", opens, opens.plusSeconds(86_400));
        var dated = Samples.round(round, "sample@1").state().withCalendar(List.of(window), List.of());
        world().tell(new WindowExtended(dated, List.of()));
        var firstDay = LocalDate.of(2024, 1, 1);
        world().tell(lasting("ended", LocalDate.of(2020, 1, 1), firstDay.minusDays(1)));
        world().tell(lasting("later", firstDay.plusDays(1), null));
        world().tell(lasting("merged", firstDay, firstDay));
        await().untilAsserted(() -> assertThat(
                        marks("?dryRun=true", "ended,o1,100", "later,o1,100", "merged,o1,100", "north,o1,100")
                                .reasons())
                .containsExactly("/lines/2/agency not-participating", "/lines/3/agency not-participating"));
        assertThat(marks("", "merged,o1,100").status()).isEqualTo(200);
    }

    private static AgencyChanged lasting(String agency, LocalDate from, LocalDate to) {
        var name = Map.of("th", agency, "en", agency);
        return new AgencyChanged(agency, List.of("bureau", agency), "province", null, name, from, to);
    }

    @Test
    void a_dry_run_says_what_would_happen_and_does_nothing() {
        assertThat(dryRun("north,o1,100").json().path("created").asInt()).isEqualTo(1);
        assertThat(outbox()).isEqualTo("0");
        assertThat(dryRun("north,o1,1").status()).isEqualTo(422);
    }

    @Test
    void a_file_saved_by_a_spreadsheet_is_read_and_a_wrong_header_named() {
        var bom = import_("\uFEFFagency,item,mark\r\nnorth,o1,100\r\n", "text/csv;charset=UTF-8");
        assertThat(bom.json().path("created").asInt()).isEqualTo(1);
        var wrong = import_("unit;item;mark\nnorth;o1;100\n", "text/csv");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().at("/errors/0/expected").asString()).isEqualTo("agency,item,mark");
        assertThat(wrong.json().at("/errors/0/actual").asString()).isEqualTo("unit;item;mark");
        assertThat(import_("{}", "application/json").status()).isEqualTo(415);
        assertThat(import_("", "text/csv").json().at("/errors/0/reason").asString())
                .isEqualTo("no-header");
    }

    private DisclosureWorld.Answer import_(String file, String type) {
        return world().post("/rounds/" + round + "/marks/imports", "admin", type, file);
    }

    @Test
    void marks_are_listed_by_number_in_pages() {
        marks("", "north,o10,0", "north,o9,100", "north,o1,100", "south,o2,0");
        var first = world().get("/rounds/" + round + "/agencies/north/marks?limit=2", "auditor");
        assertThat(first.json().at("/items/0/item").asString()).isEqualTo("o1");
        assertThat(first.json().at("/items/1/item").asString()).isEqualTo("o9");
        var rest = world().get(
                        "/rounds/" + round + "/agencies/north/marks?limit=2&cursor="
                                + first.json().path("next").asString(),
                        "auditor");
        assertThat(rest.json().at("/items/0/item").asString()).isEqualTo("o10");
        assertThat(rest.json().at("/items/0/mark").asInt()).isZero();
        assertThat(rest.json().path("next").isNull()).isTrue();
    }

    private DisclosureWorld.Answer list(String agency) {
        return world().get("/rounds/" + round + "/agencies/" + agency + "/marks", "admin");
    }

    @Test
    void who_may_not_is_told_why() {
        var path = "/rounds/" + round + "/marks/imports";
        assertThat(world().post(path, "", "text/csv", "").status()).isEqualTo(401);
        assertThat(world().post(path, "assessor", "text/csv", "").status()).isEqualTo(403);
        var unpublished = world().get("/rounds/" + round + "/agencies/north/marks", "coordinator");
        assertThat(unpublished.json().path("type").asString()).isEqualTo("/problems/not-published");
    }

    @Test
    void what_does_not_exist_is_404_and_what_was_not_heard_of_yet_503() {
        assertThat(world().post("/rounds/never/marks/imports", "admin", "text/csv", "x")
                        .status())
                .isEqualTo(404);
        assertThat(list("nowhere").status()).isEqualTo(404);
        var early = round + "-early";
        world().tell(Samples.round(early, "later@1"));
        await().untilAsserted(() -> {
            var wait = world().post("/rounds/" + early + "/marks/imports", "admin", "text/csv", "x");
            assertThat(wait.status()).isEqualTo(503);
            assertThat(wait.raw().headers().firstValue("Retry-After")).hasValue("5");
            assertThat(wait.reasons()).containsExactly("/framework not-heard-of-yet");
        });
    }

    @Test
    void ten_megabytes_are_too_many() {
        var large = "north,o1,100\n".repeat(10_000_000 / 13);
        var known = world().post("/rounds/" + round + "/marks/imports", "admin", "text/csv", large);
        assertThat(known.status()).isEqualTo(413);
        var streamed = world().send("/rounds/" + round + "/marks/imports", "admin", request -> request.POST(
                        HttpRequest.BodyPublishers.ofInputStream(
                                () -> new java.io.ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
                .header("Content-Type", "text/csv"));
        assertThat(streamed.status()).isEqualTo(413);
    }

    @Test
    void two_imports_at_once_tell_the_mark_that_stays_last() {
        var imports = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> marks("", "north,o1," + (i % 2) * 100)))
                .toList();
        imports.forEach(each -> assertThat(each.join().status()).isEqualTo(200));
        var stays = list("north").json().at("/items/0/mark").asInt();
        var changes = Integer.parseInt(outbox());
        await().untilAsserted(() -> assertThat(world().told(round)).hasSize(changes));
        assertThat(world().told(round).getLast().mark()).isEqualTo(stays);
    }

    @Test
    void the_runtime_role_can_take_no_mark_away() {
        assertThatThrownBy(() -> world().rows("delete from mark returning item"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> world().rows("update audit set reason = 'x' returning id"))
                .hasMessageContaining("permission denied");
    }
}
