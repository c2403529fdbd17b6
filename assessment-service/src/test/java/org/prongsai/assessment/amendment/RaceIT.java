package org.prongsai.assessment.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Given;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Answers and registrations that are on their way while their round becomes another one. */
class RaceIT {

    private static final String OLD = "code: e9\n";
    private static final String NEW = "code: e10\n";

    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void an_answer_to_the_old_questions_that_lands_during_a_move_is_judged_by_the_new_ones() {
        var round = Amending.open("race-judged");
        var two = round.publish(OLD, NEW);
        var refused = during(round, "'framework', '" + two + "'", () -> round.submit(round.lead(), 1));
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.faults()).containsExactly("/answers/e10 missing", "/answers/e9 unknown-question");
        assertThat(round.pools("true")).isZero();
    }

    @Test
    void an_answer_that_is_good_under_both_lands_under_the_new_one() {
        var round = Amending.open("race-landed");
        var two = round.publish("value: 100}", "value: 99}");
        var taken = during(round, "'framework', '" + two + "'", () -> round.submit(round.lead(), 1));
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        assertThat(round.pools("framework = '" + two + "'")).isEqualTo(1);
        assertThat(round.pools("true")).isEqualTo(1);
    }

    @Test
    void what_was_remembered_of_a_round_lets_nothing_into_a_pool_of_the_new_version() {
        var round = Amending.open("race-remembered");
        var two = round.publish(OLD, NEW);
        assertThat(world.get(round.path() + "/surveys/eit").body()).contains("race-remembered@1");
        during(round, "'framework', '" + two + "'", () -> round.submit(round.lead(), 1));
        // A pool that another instance made under the new version, while this one may still remember the old one.
        execute("responses", """
                insert into pool (round, agency, instrument, part, framework, k, release)
                values ('race-remembered', '%s', 'eit', '1', '%s', 5, 'live')
                """.formatted(round.member(), two));
        execute("assessment", rounds(round, "'framework', 'race-remembered@1'"));
        AssessmentWorld.eventually(
                "the old one is remembered again",
                () -> world.get(round.path() + "/surveys/eit").body().contains("race-remembered@1"));
        execute("assessment", rounds(round, "'framework', '" + two + "'"));
        assertThat(round.submit(round.member(), 2).faults())
                .containsExactly("/answers/e10 missing", "/answers/e9 unknown-question");
        assertThat(round.answers()).isZero();
    }

    @Test
    void a_first_answer_that_came_first_keeps_the_round_where_it_is() {
        var round = Amending.open("race-first");
        var two = round.publish(OLD, NEW);
        assertThat(round.submit(round.member(), 1).status()).isEqualTo(201);
        assertThat(round.move(two).faults()).isNotEmpty().containsOnly("/framework changes-scoring");
        assertThat(round.submit(round.lead(), 2).status()).isEqualTo(201);
        assertThat(round.pools("framework = 'race-first@1'")).isEqualTo(2);
    }

    @Test
    void whoever_wins_no_answer_lies_in_a_pool_of_other_questions() {
        for (int i = 0; i < 10; i++) {
            var round = Amending.open("race-many-" + i);
            var two = round.publish(OLD, NEW);
            world.get(round.path() + "/surveys/eit");
            var etag = round.read().header("ETag");
            var sent = IntStream.range(0, 6)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> round.submit(n % 2 == 0 ? round.lead() : round.member(), n)))
                    .toList();
            var moved = world.write(
                    world.admin(),
                    "PUT",
                    round.path() + "/framework",
                    "application/json",
                    "{\"framework\":\"%s\",\"reason\":\"an item was wrong\"}".formatted(two),
                    "If-Match",
                    etag);
            var statuses = sent.stream().map(each -> each.join().status()).toList();
            int wanted = moved.status() == 200 ? 422 : 201;
            assertThat(statuses).as(moved.body()).containsOnly(wanted);
            assertThat(round.pools("framework <> '" + round.framework() + "'")).isZero();
            assertThat(round.answers()).isEqualTo(wanted == 201 ? 6 : 0);
        }
    }

    @Test
    void an_answer_to_a_unit_that_is_being_joined_is_led_to_the_lead() {
        var round = Amending.open("race-joined");
        var refused = during(
                round,
                "'joint', '[%s]'::jsonb".formatted(round.together(round.lead(), round.member())),
                () -> round.submit(round.member(), 1));
        assertThat(refused.status()).as(refused.body()).isEqualTo(404);
        assertThat(refused.faults()).containsExactly("/agency assessed-jointly");
        assertThat(round.pools("true")).isZero();
    }

    @Test
    void a_unit_that_is_being_joined_registers_nothing_of_its_own() {
        var round = Amending.open("race-registered");
        var refused = during(
                round,
                "'joint', '[%s]'::jsonb".formatted(round.together(round.lead(), round.member())),
                () -> round.register(round.member(), "{\"internal\":4,\"external\":90}"));
        assertThat(refused.status()).as(refused.body()).isEqualTo(404);
        assertThat(refused.faults()).containsExactly("/agency assessed-jointly");
        assertThat(world.one(
                        "assessment", Long.class, "select count(*) from population where round = 'race-registered'"))
                .isZero();
    }

    @Test
    void a_pool_of_another_version_goes_on_under_the_rounds() {
        var round = Amending.open("race-healed");
        round.submit(round.lead(), 1);
        execute("responses", "update pool set framework = 'race-healed@0' where round = 'race-healed'");
        assertThat(round.submit(round.lead(), 2).status()).isEqualTo(201);
        assertThat(round.submit(round.lead(), 1, Given.answers("eit", 1)).status())
                .isEqualTo(201);
        assertThat(round.pools("framework = 'race-healed@1'")).isEqualTo(1);
        assertThat(round.answers()).isEqualTo(2);
    }

    @Test
    void of_many_first_answers_at_once_none_is_lost() {
        var round = Amending.open("race-opening");
        var sent = IntStream.range(0, 30)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> round.submit(round.lead(), n)))
                .toList();
        assertThat(sent.stream().map(each -> each.join().status()).toList()).containsOnly(201);
        assertThat(round.pools("true")).isEqualTo(1);
        assertThat(round.answers()).isEqualTo(30);
    }

    /** Sends while the round is locked, and changes it once what was sent waits for the lock. */
    private Answer during(Amending round, String change, Supplier<Answer> request) {
        var database = world.database("assessment");
        var sent = database.inTransaction(database.sql()
                        .sql("select from round where round = '" + round.name() + "' for update")
                        .then()
                        .then(blocking(() -> {
                            var started = CompletableFuture.supplyAsync(request);
                            AssessmentWorld.eventually("it waits", this::somebodyWaits);
                            return started;
                        }))
                        .flatMap(started ->
                                database.sql().sql(rounds(round, change)).then().thenReturn(started)))
                .block(Duration.ofSeconds(30));
        return sent.join();
    }

    private static String rounds(Amending round, String change) {
        return "update round set version = version + 1, state = state || jsonb_build_object(%s) where round = '%s'"
                .formatted(change, round.name());
    }

    private boolean somebodyWaits() {
        return world.one(
                "assessment",
                Boolean.class,
                "select exists (select from pg_stat_activity where usename = current_user"
                        + " and wait_event_type = 'Lock' and query like '%for share%')");
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    private void execute(String database, String statement) {
        world.database(database).sql().sql(statement).then().block();
    }
}
