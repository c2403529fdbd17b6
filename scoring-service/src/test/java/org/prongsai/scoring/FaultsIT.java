package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prongsai.scoring.Sample.BAD;
import static org.prongsai.scoring.Sample.GOOD;
import static org.prongsai.scoring.Sample.release;
import static org.prongsai.scoring.Sample.times;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.local.TestWorld;
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
        assertThat(Said.equal(stage)).isTrue();
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
        assertThat(Said.equal(stage)).isTrue();
    }
}
