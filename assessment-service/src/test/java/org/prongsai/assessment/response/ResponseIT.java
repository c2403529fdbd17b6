package org.prongsai.assessment.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.pool.Office;
import org.prongsai.assessment.pool.ReleaseWriter;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.ResponsesReleased.Answered;
import org.prongsai.local.TestWorld;

class ResponseIT {

    private static final int K = 5;
    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void answers_leave_in_groups_of_k_and_k_stay_behind() {
        var office = Office.open("imm-groups");
        assertThat(office.visit(0, 24)).containsOnly(201);
        var releases = office.released(24 - 2 * K);
        assertThat(releases).allSatisfy(r -> {
            assertThat(r.added()).hasSizeGreaterThanOrEqualTo(K);
            assertThat(r.framework()).isEqualTo("ita-immigration-2567@1");
        });
        AssessmentWorld.eventually("fewer than 2k wait", () -> office.rows("waiting") < 2L * K);
        assertThat(office.rows("waiting")).isGreaterThanOrEqualTo(K);
    }

    @Test
    void nothing_that_is_told_leads_to_a_respondent_or_a_time() {
        var before = today();
        var office = Office.open("imm-silent");
        office.visit(0, 12);
        var record =
                world.told(Topic.RESPONSES, "imm-silent", r -> !r.isEmpty()).getFirst();
        var day = Instant.ofEpochMilli(record.timestamp());
        assertThat(day).isIn(before, today());
        assertThat(record.headers().headers("ce_time"))
                .allSatisfy(h -> assertThat(new String(h.value())).isEqualTo(day.toString()));
        var tree = EventJson.MAPPER.readTree(record.value());
        assertThat(tree.propertyNames())
                .containsExactlyInAnyOrder("round", "agency", "instrument", "part", "framework", "added", "withdrawn");
        assertThat(tree.path("added").path(0).propertyNames()).containsExactlyInAnyOrder("id", "answers");
    }

    private static Instant today() {
        return Instant.now().truncatedTo(ChronoUnit.DAYS);
    }

    @Test
    void the_same_token_and_answers_give_the_same_receipt_and_write_nothing() {
        var office = Office.open("imm-repeat");
        var first = office.submit(1, 0);
        var again = office.submit(1, 0);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        var changed = office.submit(1, 2);
        assertThat(changed.status()).isEqualTo(201);
        assertThat(changed.body()).isEqualTo(first.body());
        assertThat(office.rows("true")).isEqualTo(1);
    }

    @Test
    void a_change_of_mind_after_the_answer_left_withdraws_it_exactly() {
        var office = Office.open("imm-mind");
        office.visit(0, 30);
        office.released(20);
        IntStream.range(0, 30).forEach(v -> office.submit(v, 4));
        AssessmentWorld.eventually("replacements leave", () -> office.released(20).stream()
                .anyMatch(r -> !r.withdrawn().isEmpty()));
        var releases = office.released(20);
        var added = releases.stream()
                .flatMap(r -> r.added().stream())
                .map(Answered::id)
                .toList();
        assertThat(releases.stream().flatMap(r -> r.withdrawn().stream()).map(Answered::id))
                .doesNotHaveDuplicates()
                .isSubsetOf(added);
        assertThat(office.rows("not waiting")).isLessThanOrEqualTo(30);
    }

    @Test
    void a_receipt_says_only_that_an_answer_counts_before_and_after_it_left_and_was_changed() {
        var office = Office.open("imm-receipt");
        String receipt = office.submit(1, 0).json().path("receipt").asString();
        assertThat(counts(receipt)).isTrue();
        letGo(office);
        assertThat(counts(receipt)).isTrue();
        office.submit(1, 2);
        assertThat(counts(receipt)).isTrue();
        letGo(office);
        assertThat(counts(receipt)).isTrue();
        assertThat(office.rows("not waiting")).isEqualTo(1);
        assertThat(counts("0000-0000-0000-0000")).isFalse();
        assertThat(world.get("/api/v1/receipts/nonsense").status()).isEqualTo(400);
    }

    private boolean counts(String receipt) {
        return world.get("/api/v1/receipts/" + receipt).json().path("counted").asBoolean();
    }

    private void letGo(Office office) {
        var release = world.context().getBean(ReleaseWriter.class);
        world.database("responses")
                .inTransaction(release.alone().then(release.everything(office.pools())))
                .block();
    }

    @Test
    void every_name_that_is_unknown_is_named() {
        var office = Office.open("imm-unknown");
        assertThat(new Office("round-nowhere", "imm-unknown").submit(1, 0).faults())
                .containsExactly("/round unknown-round");
        assertThat(new Office(office.round(), "imm-nowhere").submit(1, 0).faults())
                .containsExactly("/agency unknown-agency");
        assertThat(new Office(office.round(), "immigration-bureau").submit(1, 0).faults())
                .containsExactly("/agency not-participating");
        assertThat(office.submit(office.body(1, 0).replace("\"eit\"", "\"xit\""))
                        .faults())
                .containsExactly("/instrument unknown-instrument");
    }

    @Test
    void every_fault_of_the_answers_is_named_at_once() {
        var office = Office.open("imm-faults");
        var answer = office.submit(office.body(1, 0)
                .replace("\"e1\":\"1\"", "\"x9\":\"1\"")
                .replace("\"e2\":\"1\"", "\"e2\":\"99\"")
                .replace("\"e3\":\"1\"", "\"e3\":null"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("invalid-response");
        assertThat(answer.faults())
                .containsExactlyInAnyOrder(
                        "/answers/e1 missing",
                        "/answers/e2 unknown-option",
                        "/answers/e3 missing",
                        "/answers/x9 unknown-question");
    }

    @Test
    void malformed_huge_and_untyped_bodies_are_refused_and_nothing_is_stored() {
        var office = Office.open("imm-bodies");
        assertThat(office.submit("{\"instrument\":").status()).isEqualTo(400);
        assertThat(office.submit("[]").status()).isEqualTo(400);
        assertThat(office.submit("{}").faults()).containsExactly("/instrument missing");
        assertThat(office.submit(office.body(1, 0).replace("\"part\"", "\"email\""))
                        .status())
                .isEqualTo(400);
        assertThat(office.submit("{\"instrument\":\"" + "x".repeat(10_000_000) + "\"}")
                        .status())
                .isEqualTo(413);
        assertThat(office.rows("true")).isZero();
    }

    @Test
    void a_window_that_closed_one_second_ago_takes_nothing() {
        var office = Office.open(
                "imm-closed", Instant.now().minusSeconds(3600), Instant.now().minusSeconds(1), false);
        var answer = office.submit(1, 0);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("window-closed");
    }

    @Test
    void at_the_windows_end_everything_leaves_and_no_answer_follows() {
        var office = Office.open("imm-drain");
        var statuses = office.visit(0, 7);
        assertThat(statuses).containsOnly(201);
        office.over();
        var releases = office.released(7);
        assertThat(releases).singleElement().satisfies(r -> assertThat(r.added())
                .hasSize(7));
        assertThat(office.submit(99, 0).problem()).isEqualTo("window-closed");
        assertThat(office.rows("waiting")).isZero();
        assertThat(world.one("responses", Boolean.class, "select drained from pool where agency = 'imm-drain'"))
                .isTrue();
    }

    @Test
    void many_at_once_and_twice_each_are_counted_once_each() throws Exception {
        var office = Office.open("imm-crowd");
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 300)
                    .mapToObj(i -> crowd.submit(() -> office.submit(i % 150, i % 2)))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get().status()).isIn(200, 201);
            }
        }
        office.released(150 - 2 * K);
        assertThat(world.one(
                        "responses",
                        Long.class,
                        "select count(distinct token_hash) from response join pool using (pool)"
                                + " where agency = 'imm-crowd'"))
                .isEqualTo(150);
        AssessmentWorld.eventually("as many are told as have left", () -> told(office) == office.rows("not waiting"));
    }

    private static long told(Office office) {
        return office.released(150 - 2 * K).stream()
                .mapToLong(r -> r.added().size() - r.withdrawn().size())
                .sum();
    }

    @Test
    void while_kafka_is_away_answers_are_taken_and_told_afterwards() {
        var office = Office.open("imm-outage");
        TestWorld.get().kafka().stop();
        try {
            assertThat(office.visit(0, 20)).containsOnly(201);
        } finally {
            TestWorld.get().kafka().start();
        }
        assertThat(office.released(20 - 2 * K)).isNotEmpty();
    }

    @Test
    void at_night_waiting_answers_are_written_anew_in_another_order() {
        var office = Office.open("imm-night");
        office.visit(0, 9);
        List<String> before = order();
        world.context().getBean(ReleaseWriter.class).reshuffle().block();
        List<String> after = order();
        assertThat(after).hasSize(9).doesNotContainAnyElementsOf(before);
        assertThat(office.rows("waiting")).isEqualTo(9);
        assertThat(hashes()).hasSize(9);
        assertThat(office.submit(3, 0).status()).isEqualTo(200);
    }

    private List<String> order() {
        return texts(
                "select id::text from response join pool using (pool) where agency = 'imm-night' order by response.ctid");
    }

    private List<String> hashes() {
        return texts(
                "select distinct encode(token_hash, 'hex') from response join pool using (pool) where agency = 'imm-night'");
    }

    private List<String> texts(String sql) {
        return world.database("responses")
                .sql()
                .sql(sql)
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block();
    }

    @Test
    void nobody_needs_to_sign_in_and_a_signed_in_one_is_not_written_down() {
        var office = Office.open("imm-nameless");
        Answer answer = world.postJson(
                world.token("coordinator", "imm-nameless"),
                "/api/v1/rounds/" + office.round() + "/agencies/imm-nameless/responses",
                office.body(1, 0));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(
                        world.one(
                                "responses",
                                Long.class,
                                "select count(*) from information_schema.columns where table_name in ('pool', 'response')"
                                        + " and (data_type like '%time%' or data_type = 'date' or column_name ~ 'language|address|agent|actor')"))
                .isZero();
    }
}
