package org.prongsai.scoring.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prongsai.scoring.Sample.BAD;
import static org.prongsai.scoring.Sample.GOOD;
import static org.prongsai.scoring.Sample.GOOD_STAFF;
import static org.prongsai.scoring.Sample.release;
import static org.prongsai.scoring.Sample.times;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.PopulationRegistered;
import org.prongsai.contracts.assessment.ResponsesReleased.Answered;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.scoring.Sample;
import org.prongsai.scoring.Setting;
import org.prongsai.scoring.Stage;
import org.prongsai.scoring.replay.BesideConfig;

/** An auditor counts again, beside a service that goes on; then somebody has been at its database, or at the log. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecountIT {
    private static final String ROUND = "recounted";
    private static final int UNITS = 4;
    private static Stage stage;
    private static Setting setting;

    @BeforeAll
    static void a_round_with_answers_and_marks() {
        stage = Stage.apart();
        setting = new Setting(stage, ROUND, Sample.FUTURE)
                .framework()
                .units(UNITS)
                .opened();
        for (int n = 1; n <= UNITS; n++) {
            var unit = setting.unit(n);
            stage.tell(new PopulationRegistered(ROUND, unit, 40, 400));
            stage.tell(release(ROUND, unit, "iit", times(30, GOOD_STAFF), List.of()));
            stage.tell(new ItemMarked(ROUND, unit, "o1", 100));
            var first = times(40, GOOD);
            stage.tell(release(ROUND, unit, "eit", first, List.of()));
            stage.tell(release(ROUND, unit, "eit", times(10, BAD), first.subList(0, 6)));
        }
        counted(UNITS * (30 + 44));
    }

    @AfterAll
    static void gone() {
        stage.close();
    }

    private static void counted(long responses) {
        await().until(() ->
                stage.one("select coalesce(sum(responses), 0)::bigint from tally", Long.class) == responses);
    }

    private static Said recount(String... typed) {
        return Said.of(stage, typed);
    }

    /** Of a service that will get no further. */
    private static Said recountAtOnce(String... typed) {
        return Said.of(stage, Duration.ZERO, typed);
    }

    @Test
    @Order(1)
    void what_is_kept_is_what_the_log_says() {
        var said = recount("--json");
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out().lines()).hasSize(2);
        var round = EventJson.MAPPER.readTree(said.out().lines().toList().getFirst());
        assertThat(round.at("/round").asString()).isEqualTo(ROUND);
        assertThat(round.at("/responses").asLong()).isEqualTo(UNITS * 80);
        assertThat(round.at("/withdrawn").asLong()).isEqualTo(UNITS * 6);
        assertThat(round.at("/tallies").asInt()).isEqualTo(UNITS * 2);
        assertThat(round.at("/scores").asInt()).isGreaterThanOrEqualTo(UNITS);
        assertThat(round.at("/recounted").asString()).isEqualTo(Expected.digest(setting, UNITS));
        assertThat(round.at("/live").asString()).isEqualTo(Expected.digest(setting, UNITS));
        assertThat(said.last().at("/equal").asBoolean()).isTrue();
        assertThat(said.last().at("/round").asString()).isEmpty();
        assertThat(said.last().at("/duplicates").asLong()).isZero();
    }

    @Test
    @Order(2)
    void it_is_of_one_moment_while_answers_keep_coming() {
        var stream = CompletableFuture.runAsync(() -> IntStream.range(0, 400).forEach(i -> {
            stage.tell(
                    release(ROUND, setting.unit(1 + i % UNITS), "eit", times(5, i % 3 == 0 ? BAD : GOOD), List.of()));
            if (i % 20 == 0) stage.flush();
        }));
        boolean ended = false;
        while (!ended) {
            ended = stream.isDone();
            var said = recount("--json", "--round", ROUND);
            assertThat(said.exit()).as(said.out() + said.err()).isZero();
        }
        stream.join();
        counted(UNITS * 74 + 2000);
        assertThat(recount("--json").last().at("/responses").asLong()).isEqualTo(UNITS * 80 + 2000);
    }

    @Test
    @Order(3)
    void a_record_that_was_sent_twice_counts_once_and_is_mentioned() {
        var event = release(ROUND, setting.unit(1), "eit", times(5, GOOD), List.of());
        long number = stage.tell(event);
        stage.repeat(event, number);
        stage.flush();
        counted(UNITS * 74 + 2005);
        await().untilAsserted(() -> {
            var said = recount("--json");
            assertThat(said.exit()).isZero();
            assertThat(said.last().at("/duplicates").asLong()).isEqualTo(1);
            assertThat(said.last().at("/responses").asLong()).isEqualTo(UNITS * 80 + 2005);
        });
        assertThat(recount().out())
                .contains("1 records lie in the log more than once")
                .contains("Equal: ");
    }

    @Test
    @Order(4)
    void what_can_never_count_is_told() {
        stage.put(
                Topic.RESPONSES,
                setting.unit(2),
                "ResponsesReleased",
                stage.number(Topic.RESPONSES, setting.unit(2)),
                "{]");
        stage.tell(release(ROUND, setting.unit(2), "eit", times(5, java.util.Map.of("e1", "9", "e2", "1")), List.of()));
        stage.flush();
        await().until(() -> stage.one("select count(*) from parked", Long.class) == 2);
        var said = recount("--json");
        assertThat(said.exit()).isZero();
        assertThat(said.last().at("/parked").asInt()).isEqualTo(2);
    }

    /** Each by somebody who owns the tables. */
    private static void found(List<Damage> damages) {
        damages.forEach(each -> each.done(stage, setting));
        var said = recount();
        damages.forEach(each -> each.undone(stage, setting));
        assertThat(said.exit()).as(said.out() + said.err()).isEqualTo(1);
        assertThat(said.out())
                .contains(damages.stream().map(each -> each.named(setting)).toList())
                .contains("NOT EQUAL");
    }

    @Test
    @Order(5)
    void damage_of_any_kind_is_found_and_named() {
        found(Damage.OF_SCORES);
        found(Damage.OF_PARTS);
        assertThat(recount().exit()).isZero();
    }

    @Test
    @Order(5)
    void what_is_kept_of_others_is_held_against_what_they_said() {
        found(Damage.OF_COPIES);
        found(Damage.OF_ROUNDS);
        assertThat(recount("--round", ROUND).exit()).isZero();
    }

    @Test
    @Order(5)
    void a_round_of_which_nothing_is_kept_any_more_is_told() {
        var silent = new Setting(stage, "silent", Sample.FUTURE).units(2).opened();
        await().until(() -> stage.one("select count(*) from score where round = 'silent'", Long.class) == 2);
        assertThat(recount().exit()).isZero();
        stage.asOwner("update score set round = 'hidden' where round = $1", "silent");
        var said = recount();
        stage.asOwner("update score set round = $1 where round = 'hidden'", "silent");
        assertThat(said.exit()).as(said.out()).isEqualTo(1);
        assertThat(said.out()).contains("Round silent").contains(silent.unit(1) + " score: missing");
    }

    @Test
    @Order(5)
    void whoever_owns_the_positions_does_not_decide_how_far_it_looks() {
        var back = "update inbox_position set next_offset = -next_offset where topic = $1";
        stage.asOwner(back, "assessment.populations");
        var behind = recountAtOnce("--json");
        stage.asOwner(back, "assessment.populations");
        assertThat(behind.exit()).isEqualTo(1);
        assertThat(behind.last().at("/overdue").asLong()).isEqualTo(UNITS);
        assertThat(behind.last().at("/waiting").asLong()).isEqualTo(UNITS);
        assertThat(behind.last().at("/equal").asBoolean()).isFalse();
        stage.asOwner(
                "insert into inbox_position (inbox, topic, partition, next_offset)"
                        + " select $1, topic, partition, 0 from inbox_position",
                "another");
        assertThat(recount().exit()).isZero();
        stage.asOwner("delete from inbox_position where inbox = $1", "another");
        stage.asOwner(
                "update inbox_stream set last_seq = last_seq + 1 where key = $1 and topic = 'assessment.agencies'",
                setting.unit(1));
        var ahead = recount();
        stage.asOwner(
                "update inbox_stream set last_seq = last_seq - 1 where key = $1 and topic = 'assessment.agencies'",
                setting.unit(1));
        assertThat(ahead.exit()).isEqualTo(1);
        assertThat(ahead.out()).contains(setting.unit(1) + " was heard up to number 2, and the log holds it up to 1");
    }

    @Test
    @Order(6)
    void of_a_small_group_it_says_that_it_differs_and_not_how() {
        stage.tell(Sample.release(ROUND, setting.unit(3), "eit", List.of(), List.of()));
        var few = new Setting(stage, "few", Sample.FUTURE).units(1).opened();
        stage.tell(release("few", few.unit(1), "eit", times(9, GOOD), List.of()));
        await().until(() -> stage.one(
                        "select count(*) from tally join round using (round) join score using (round, agency)"
                                + " where round = 'few'",
                        Long.class)
                == 1);
        stage.asOwner("update tally set body = replace(body, ',9', ',8') where agency = $1", few.unit(1));
        var said = recount("--round", "few");
        stage.asOwner("update tally set body = replace(body, ',8', ',9') where agency = $1", few.unit(1));
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out())
                .contains(few.unit(1) + " eit 1 answers: differs (small-group, no figures)")
                .doesNotContain("recounted 9");
    }

    @Test
    @Order(7)
    void answers_that_were_copied_under_another_number_are_found_though_the_service_counted_them() {
        List<Answered> once = times(5, GOOD);
        stage.tell(release(ROUND, setting.unit(4), "eit", once, List.of()));
        assertThat(awaitedExit(0).last().at("/doubled").asLong()).isZero();
        stage.tell(release(ROUND, setting.unit(4), "eit", once, List.of()));
        var said = awaitedExit(1);
        assertThat(said.last().at("/doubled").asLong()).isEqualTo(5);
        assertThat(said.last().at("/different").asInt()).isZero();
    }

    private static Said awaitedExit(int exit) {
        stage.flush();
        return await().until(
                        () -> recount("--json"),
                        said -> said.exit() == exit
                                && said.last().at("/waiting").asLong() == 0);
    }

    @Test
    @Order(8)
    void a_record_that_is_missing_from_the_log_is_found() {
        long skipped = stage.number(Topic.RESPONSES, setting.unit(2));
        stage.tell(release(ROUND, setting.unit(2), "eit", times(5, GOOD), List.of()));
        stage.flush();
        await().untilAsserted(() -> {
            var said = recountAtOnce("--json", "--round", ROUND);
            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.last().at("/missing").toString())
                    .contains("%s goes from number %d to %d".formatted(setting.unit(2), skipped - 1, skipped + 1));
            assertThat(said.last().at("/waiting").asLong()).isEqualTo(1);
        });
    }

    @Test
    @Order(9)
    void what_it_cannot_do_it_says_with_the_way_out() {
        var unknown = recount("--round", "nowhere");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("'nowhere'").contains(ROUND);
        var away = new RecountCommand(System.out, new PrintStream(new ByteArrayOutputStream()), Duration.ZERO);
        var where = Stream.concat(stage.where().stream(), Stream.of("--prongsai.postgres=localhost:1"));
        assertThat(away.run(List.of(), () -> BesideConfig.context(where.toArray(String[]::new))))
                .isEqualTo(2);
    }
}
