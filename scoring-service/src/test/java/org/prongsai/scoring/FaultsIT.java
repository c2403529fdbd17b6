package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.prongsai.scoring.Sample.BAD;
import static org.prongsai.scoring.Sample.GOOD;
import static org.prongsai.scoring.Sample.release;
import static org.prongsai.scoring.Sample.times;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.PopulationRegistered;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.local.TestWorld;
import org.prongsai.scoring.rebuild.Redone;
import org.prongsai.scoring.recount.Said;

/** What breaks around the service while answers come, each time held against a recount. */
class FaultsIT {
    private static final String ROUND = "faults";
    private static final int UNITS = 8;
    private static TestWorld world;
    private static Stage stage;
    private static Setting setting;

    @BeforeAll
    static void a_round() {
        world = TestWorld.another();
        stage = Stage.in(world);
        setting = new Setting(stage, ROUND, Sample.FUTURE)
                .framework()
                .units(UNITS)
                .opened();
    }

    @AfterAll
    static void gone() {
        stage.close();
    }

    private static long counted() {
        return stage.one("select coalesce(sum(responses), 0)::bigint from tally", Long.class);
    }

    /** How many answers, told until nobody wants any more. */
    private static long tell(CountDownLatch enough) {
        long told = 0;
        while (!over(enough)) {
            for (int n = 1; n <= UNITS; n++)
                stage.tell(release(ROUND, setting.unit(n), "eit", times(5, told % 3 == 0 ? BAD : GOOD), List.of()));
            told += UNITS * 5;
            stage.flush();
        }
        return told;
    }

    private static boolean over(CountDownLatch enough) {
        try {
            return enough.await(10, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            return true;
        }
    }

    @Test
    @Tag("slow")
    void postgres_is_restarted_again_and_again_in_the_middle_of_batches() {
        long before = counted();
        var enough = new CountDownLatch(1);
        var answers = CompletableFuture.supplyAsync(() -> tell(enough));
        try (var _ = stage.another()) {
            for (int times = 0; times < 3; times++) {
                world.postgres().stop();
                world.postgres().start();
                long then = patient().until(FaultsIT::counted, _ -> true);
                patient().until(() -> counted() > then);
            }
        }
        enough.countDown();
        long told = answers.join();
        patient().until(() -> counted() == before + told);
        await().untilAsserted(() -> assertThat(Said.equal(stage)).isTrue());
    }

    private static ConditionFactory patient() {
        return await().atMost(Duration.ofMinutes(2)).ignoreExceptions();
    }

    @Test
    void an_event_of_a_later_version_counts_without_what_this_one_does_not_know() {
        var unit = setting.unit(1);
        long before = counted();
        var later = EventJson.write(release(ROUND, unit, "eit", times(5, GOOD), List.of()))
                .replaceFirst("\\{", "{\"mood\":{\"of\":[\"the day\"]},");
        stage.put(Topic.RESPONSES, unit, "ResponsesReleased", stage.number(Topic.RESPONSES, unit), later);
        stage.flush();
        await().ignoreExceptions().until(() -> counted() == before + 5);
        await().untilAsserted(() -> assertThat(Said.equal(stage)).isTrue());
    }

    @Test
    void a_damaged_tally_stops_nobody_else_parks_no_answers_and_comes_right_by_a_rebuild() {
        var damaged = setting.unit(2);
        var well = setting.unit(3);
        answers(damaged, 40);
        answers(well, 40);
        stage.asOwner("update tally set body = replace(body, 'count,e1', 'count,e0') where agency = $1", damaged);
        var before = stage.score(ROUND, damaged).raw().body();
        long ofDamaged = counted(damaged);
        long ofWell = counted(well);
        long parked = stage.one("select count(*) from parked", Long.class);
        double met = damagedScores("stays");
        stage.tell(release(ROUND, damaged, "eit", times(7, BAD), List.of()));
        stage.tell(new ItemMarked(ROUND, damaged, "o1", 100));
        stage.tell(new PopulationRegistered(ROUND, damaged, 40, 400));
        stage.tell(release(ROUND, well, "eit", times(7, BAD), List.of()));
        stage.tell(new ItemMarked(ROUND, well, "o1", 100));
        await().until(() -> stage.one(
                        "select count(*) from mark where round = $1 and agency in ($2, $3)",
                        Long.class,
                        ROUND,
                        damaged,
                        well)
                == 2);
        await().until(() -> counted(well) == ofWell + 7);
        await().until(() -> damagedScores("stays") >= met + 3);
        assertThat(stage.score(ROUND, damaged).raw().body()).isEqualTo(before);
        assertThat(stage.asAuditor("/rounds/" + ROUND + "/agencies/" + damaged + "/breakdown")
                        .status())
                .isEqualTo(503);
        assertThat(stage.one("select count(*) from parked", Long.class)).isEqualTo(parked);
        assertThat(Redone.of(stage).exit()).isZero();
        assertThat(counted(damaged)).isEqualTo(ofDamaged + 7);
        assertThat(stage.score(ROUND, damaged).raw().body()).isNotEqualTo(before);
        await().untilAsserted(() -> assertThat(Said.equal(stage)).isTrue());
    }

    @Test
    void a_damaged_score_is_written_anew_and_told_with_whatever_comes_next() {
        for (var damage :
                List.of("body = '{'", "body = '{}'", "instruments = '{\"eit\": \"x\"}'", "indicators = '[]'")) {
            var unit = setting.unit(4);
            answers(unit, 10);
            stage.asOwner("update score set " + damage + " where agency = $1", unit);
            answers(unit, 5);
            answers(setting.unit(5), 5);
            await().untilAsserted(() -> assertThat(Said.equal(stage)).isTrue());
        }
        assertThat(damagedScores("rewritten")).isEqualTo(2);
    }

    @Test
    void a_unit_that_cannot_be_scored_holds_back_no_other_ones_window() {
        var due = new Setting(
                        stage,
                        "faults-due",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(2)))
                .framework()
                .units(4)
                .opened();
        for (int n = 1; n <= 4; n++) {
            stage.tell(release("faults-due", due.unit(n), "eit", times(30, GOOD), List.of()));
            stage.tell(new ItemMarked("faults-due", due.unit(n), "o1", 100));
        }
        await().until(() ->
                stage.one("select count(*) from score where round = 'faults-due' and due is not null", Long.class)
                        == 4);
        await().until(() -> stage.one(
                        "select coalesce(sum(responses), 0)::bigint from tally where round = 'faults-due'", Long.class)
                == 120);
        assertThat(gauge("prongsai.due.age")).isZero();
        stage.asOwner("update tally set responses = 31 where agency = $1", due.unit(1));
        stage.clock().forward(Duration.ofHours(3));
        await().until(() ->
                stage.one("select count(*) from score where round = 'faults-due' and ended is not null", Long.class)
                        == 3);
        await().untilAsserted(() -> assertThat(gauge("prongsai.due.age"))
                .isCloseTo(
                        Duration.between(due.marking(), stage.clock().instant()).toSeconds(), within(100.0)));
        stage.asOwner("update tally set responses = 30 where agency = $1", due.unit(1));
        await().untilAsserted(() -> assertThat(gauge("prongsai.due.age")).isZero());
        stage.clock().forward(Duration.ofHours(-3));
    }

    private static void answers(String unit, int n) {
        long before = counted();
        stage.tell(release(ROUND, unit, "eit", times(n, GOOD), List.of()));
        await().until(() -> counted() == before + n);
    }

    private static long counted(String unit) {
        return stage.one("select responses from tally where agency = $1", Long.class, unit);
    }

    private static double damagedScores(String fate) {
        return stage.service()
                .getBean(MeterRegistry.class)
                .get("prongsai.scores.damaged")
                .tag("fate", fate)
                .counter()
                .count();
    }

    private static double gauge(String name) {
        return stage.service().getBean(MeterRegistry.class).get(name).gauge().value();
    }
}
