package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prongsai.scoring.Sample.BAD;
import static org.prongsai.scoring.Sample.GOOD;
import static org.prongsai.scoring.Sample.release;
import static org.prongsai.scoring.Sample.times;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.messaging.PostgresSettings;
import org.prongsai.methodology.tally.CountLines;
import org.prongsai.methodology.tally.Digest;
import org.prongsai.methodology.tally.Tally;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class TwoReadersIT {
    private static final int UNITS = 12;
    private static final int RELEASES = 40;

    private final Stage stage = Stage.get();
    private String round = "two-readers";
    private Setting setting = Setting.of(round);

    @Test
    void a_second_instance_that_comes_and_goes_changes_nothing() {
        setting.framework().units(UNITS).opened();
        releases(0, 10);
        try (var _ = stage.another()) {
            releases(10, 20);
            await().until(() -> stage.readers("scoring-responses") == 2);
            releases(20, 35);
        }
        releases(35, RELEASES);
        await().until(() -> counted() == (long) RELEASES * UNITS * 6);
        assertThat(digest(this::kept)).isEqualTo(digest(_ -> expected(RELEASES)));
        assertThat(stage.one("select count(*) from parked where key like $1", Long.class, round + "-%"))
                .isZero();
    }

    /** The first reader waits in its transaction and is put out of its group, which it cannot know before it is done. */
    @Test
    void a_batch_that_is_held_open_while_another_reader_takes_it_over_counts_once() {
        round = "taken-over";
        setting = Setting.of(round).framework().units(UNITS).opened();
        releases(0, 1);
        await().until(() -> counted() == UNITS * 6);
        try (var owner = PostgresClient.joinAsOwner(stage.service().getBean(PostgresSettings.class), "scoring")) {
            var held = new CountDownLatch(1);
            var enough = Sinks.<Long>one();
            var holding = owner.inTransaction(owner.sql()
                            .sql("set local idle_in_transaction_session_timeout = 0")
                            .then()
                            .thenMany(owner.sql()
                                    .sql("select 1 from tally where round = $1 for update")
                                    .bind(0, round)
                                    .fetch()
                                    .all())
                            .then(Mono.fromRunnable(held::countDown))
                            .then(enough.asMono()))
                    .toFuture();
            await().until(() -> held.getCount() == 0);
            releases(1, 2);
            await().until(() -> waiting() == 1);
            stage.putOut("scoring-responses");
            try (var _ = stage.another()) {
                await().until(() -> waiting() == 2);
                enough.tryEmitValue(1L);
                holding.join();
                await().until(() -> counted() == 2 * UNITS * 6);
                releases(2, 3);
                await().until(() -> counted() >= 3 * UNITS * 6);
            }
        }
        assertThat(digest(this::kept)).isEqualTo(digest(_ -> expected(3)));
    }

    /** How many sessions of the service wait for a lock. */
    private long waiting() {
        return stage.one(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and usename = $1",
                Long.class,
                "scoring");
    }

    private void releases(int from, int to) {
        for (int i = from; i < to; i++)
            for (int n = 1; n <= UNITS; n++) {
                var added = new ArrayList<>(times(4, GOOD));
                added.addAll(times(2, BAD));
                stage.tell(release(round, setting.unit(n), "eit", added, List.of()));
            }
        stage.flush();
    }

    private long counted() {
        return stage.one("select coalesce(sum(responses), 0)::bigint from tally where round = $1", Long.class, round);
    }

    private Tally expected(int releases) {
        return Tally.empty(Sample.edition().forms().get("eit"))
                .plusAll(Collections.nCopies(releases * 4, GOOD))
                .plusAll(Collections.nCopies(releases * 2, BAD));
    }

    private Tally kept(String unit) {
        var body = stage.one("select body from tally where round = $1 and agency = $2", String.class, round, unit);
        return Tally.parse(Objects.requireNonNull(Sample.edition().forms().get("eit")), body);
    }

    private String digest(java.util.function.Function<String, Tally> tally) {
        var lines = new ArrayList<String>();
        for (int n = 1; n <= UNITS; n++)
            lines.addAll(new CountLines(setting.unit(n), "eit", "1").of(tally.apply(setting.unit(n))));
        return Digest.of(lines);
    }
}
