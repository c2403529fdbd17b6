package org.prongsai.assessment.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.pool.Office;
import org.prongsai.assessment.pool.ReleaseWriter;
import org.prongsai.contracts.assessment.ResponsesReleased;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What nothing vouches for: taken, never refused, and kept apart from what counts. */
class OverflowIT {

    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void without_anything_an_answer_is_taken_aside_and_says_so() {
        var flooded = Flooded.of("imm-aside");
        var answer = flooded.submit(1, 0);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("part").asString()).isEqualTo("1-unverified");
        var again = flooded.submit(1, 0);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(answer.body());
        assertThat(flooded.submit(1, 1).body()).isEqualTo(answer.body());
        assertThat(flooded.lying()).isEqualTo(Map.of("1-unverified", 1L));
        var receipt =
                world.get("/api/v1/receipts/" + answer.json().path("receipt").asString());
        assertThat(receipt.json().path("counted").asBoolean()).isFalse();
        assertThat(receipt.json().path("part").asString()).isEqualTo("1-unverified");
        assertThat(flooded.office()
                        .submit(flooded.body(2, 0, Map.of("part", "1-unverified")))
                        .faults())
                .containsExactly("/part unknown-part");
    }

    @Test
    void whoever_answered_before_the_flood_may_repeat_and_change_it_without_anything() {
        var office = new Flooded(Office.open("imm-before"));
        var first = office.submit(1, 0);
        office.rush(AssessmentWorld.CALM);
        var again = office.submit(1, 0);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        var changed = office.submit(1, 2);
        assertThat(changed.status()).isEqualTo(201);
        assertThat(changed.body()).isEqualTo(first.body());
        assertThat(office.lying()).isEqualTo(Map.of("1", 1L));
        leave(office);
        assertThat(office.submit(1, 1).body()).isEqualTo(first.body());
        assertThat(office.submit(1, 1).status()).isEqualTo(200);
        assertThat(office.lying()).isEqualTo(Map.of("1", 2L));
    }

    @Test
    void whoever_proves_it_afterwards_moves_over_under_the_same_receipt() {
        var flooded = Flooded.of("imm-moves");
        var aside = flooded.submit(1, 0);
        flooded.submit(2, 0);
        var proven = flooded.prove(1, 0, flooded.proof());
        assertThat(proven.status()).isEqualTo(201);
        assertThat(proven.json().propertyNames()).containsExactly("receipt");
        assertThat(proven.json().path("receipt")).isEqualTo(aside.json().path("receipt"));
        assertThat(flooded.lying()).isEqualTo(Map.of("1", 1L, "1-unverified", 1L));
        var receipt =
                world.get("/api/v1/receipts/" + proven.json().path("receipt").asString());
        assertThat(receipt.body()).contains("\"counted\":true").doesNotContain("part");
    }

    @Test
    void what_has_left_the_unverified_part_stays_reported_there() {
        var flooded = Flooded.of("imm-has-left");
        flooded.submit(1, 0);
        leave(flooded);
        assertThat(flooded.submit(1, 0).status()).isEqualTo(200);
        assertThat(flooded.prove(1, 0, flooded.proof()).status()).isEqualTo(201);
        assertThat(flooded.lying()).isEqualTo(Map.of("1", 1L, "1-unverified", 1L));
        assertThat(flooded.submit(1, 2).json().propertyNames()).containsExactly("receipt");
        assertThat(flooded.lying()).isEqualTo(Map.of("1", 1L, "1-unverified", 1L));
    }

    @Test
    void load_over_the_limit_gives_no_refusal_and_every_answer_lies_in_one_of_the_two_parts() throws Exception {
        var office = new Flooded(Office.open("imm-overflow"));
        office.rush(AssessmentWorld.CALM - 60);
        var answers = atOnce(office, 300);
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        long aside = answers.stream()
                .filter(answer -> answer.json().path("part").asString("").equals("1-unverified"))
                .count();
        assertThat(aside).isBetween(1L, 240L);
        assertThat(office.lying()).isEqualTo(Map.of("1", 300 - aside, "1-unverified", aside));
        assertThat(office.office().rows("true")).isEqualTo(300);
        assertThat(world.one(
                        "responses",
                        Long.class,
                        "select count(distinct token_hash) from response join pool using (pool)"
                                + " where agency = 'imm-overflow'"))
                .isEqualTo(300);
        released(office, (int) aside - 10);
    }

    /** The part itself and the one beside it each let go of k or more together, and keep k. */
    private static void released(Flooded office, int atLeast) {
        AssessmentWorld.eventually("the unverified ones are told by themselves", () -> {
            var told = office.office().released(1).stream()
                    .filter(release -> release.part().equals("1-unverified"))
                    .toList();
            assertThat(told).allSatisfy(release -> {
                assertThat(release.added()).hasSizeGreaterThanOrEqualTo(5);
                assertThat(release.framework()).isEqualTo("ita-immigration-2567@1");
            });
            return told.stream()
                            .map(ResponsesReleased::added)
                            .mapToInt(List::size)
                            .sum()
                    >= atLeast;
        });
    }

    /** In any order: new ones, the same again, changes of mind, with proofs and without. */
    @Test
    void no_token_is_ever_in_both_parts_while_nothing_leaves_them() {
        var office = new Flooded(Office.open("imm-mixed"));
        office.rush(AssessmentWorld.CALM - 20);
        var release = world.context().getBean(ReleaseWriter.class);
        var database = world.database("responses");
        // Puzzles may take longer than a transaction may idle.
        database.inTransaction(database.sql()
                        .sql("set local idle_in_transaction_session_timeout = 0")
                        .then()
                        .then(release.alone())
                        .then(Mono.fromRunnable(() -> mixed(office)).subscribeOn(Schedulers.boundedElastic())))
                .block();
    }

    @Test
    void an_answer_that_comes_again_and_again_floods_nobody() {
        var office = new Flooded(Office.open("imm-retries"));
        office.rush(AssessmentWorld.CALM - 2);
        for (int again = 0; again < 10; again++) {
            assertThat(office.submit(1, 1).json().path("part").isMissingNode()).isTrue();
        }
        assertThat(office.challenge().json().path("required").asBoolean(true)).isFalse();
        office.submit(2, 1);
        assertThat(office.challenge().json().path("required").asBoolean(false)).isTrue();
    }

    private void mixed(Flooded office) {
        var random = new Random(2);
        for (int step = 0; step < 250; step++) {
            int visitor = random.nextInt(60);
            boolean proves = step > 60 && random.nextInt(4) == 0;
            var answer = proves
                    ? office.prove(visitor, random.nextInt(3), office.proof())
                    : office.submit(visitor, random.nextInt(3));
            assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        }
        assertThat(office.lying()).containsKeys("1", "1-unverified");
        assertThat(office.office().rows("true"))
                .isEqualTo(
                        office.office()
                                .rows(
                                        "token_hash in (select token_hash from response group by token_hash having count(*) = 1)"));
    }

    private static List<Answer> atOnce(Flooded office, int people) throws Exception {
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = new ArrayList<Future<Answer>>(IntStream.range(0, people)
                    .mapToObj(visitor -> crowd.submit(() -> office.submit(visitor, visitor % 3)))
                    .toList());
            Collections.shuffle(sent, new Random(1));
            var answers = new ArrayList<Answer>();
            for (var answer : sent) answers.add(answer.get());
            return answers;
        }
    }

    private void leave(Flooded office) {
        var release = world.context().getBean(ReleaseWriter.class);
        var pools = office.pools();
        world.database("responses")
                .inTransaction(release.alone().then(release.everything(pools)))
                .block();
    }
}
