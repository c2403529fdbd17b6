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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.local.TestWorld;
import org.prongsai.scoring.recount.RecountIT;

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

    private static void tell(int releases) {
        for (int i = 0; i < releases; i++) {
            stage.tell(
                    release(ROUND, setting.unit(1 + i % UNITS), "eit", times(5, i % 3 == 0 ? BAD : GOOD), List.of()));
            if (i % 10 == 0) stage.flush();
        }
        stage.flush();
    }

    @Test
    void postgres_is_restarted_again_and_again_in_the_middle_of_batches() {
        long before = counted();
        var answers = CompletableFuture.runAsync(() -> tell(1500));
        try (var _ = stage.another()) {
            for (int times = 0; times < 3; times++) {
                long then = counted();
                await().until(() -> counted() > then);
                world.postgres().stop();
                world.postgres().start();
            }
            answers.join();
        }
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> counted() == before + 1500 * 5);
        assertThat(RecountIT.equal(stage)).isTrue();
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
        assertThat(RecountIT.equal(stage)).isTrue();
    }
}
