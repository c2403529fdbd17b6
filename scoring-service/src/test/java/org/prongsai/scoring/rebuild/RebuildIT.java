package org.prongsai.scoring.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prongsai.scoring.Sample.BAD;
import static org.prongsai.scoring.Sample.GOOD;
import static org.prongsai.scoring.Sample.GOOD_STAFF;
import static org.prongsai.scoring.Sample.release;
import static org.prongsai.scoring.Sample.times;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.PopulationRegistered;
import org.prongsai.contracts.assessment.RoundOpened;
import org.prongsai.contracts.assessment.RoundState.StepWindow;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.messaging.InboxHandler;
import org.prongsai.scoring.Sample;
import org.prongsai.scoring.Setting;
import org.prongsai.scoring.Stage;
import org.prongsai.scoring.recount.Said;
import org.prongsai.scoring.replay.Inbox;
import tools.jackson.databind.JsonNode;

/** Somebody has been at the scoring database, or it is gone; the log is there, and answers keep coming. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RebuildIT {
    private static final String ROUND = "rebuilt";
    private static final int UNITS = 6;
    private static Stage stage;
    private static Setting setting;
    private static long counted;

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
            stage.tell(new ItemMarked(ROUND, unit, "o2", 0));
            stage.tell(release(ROUND, unit, "eit", times(40, GOOD), List.of()));
        }
        stage.put(Topic.ITEMS, setting.unit(1), "ItemMarked", stage.number(Topic.ITEMS, setting.unit(1)), "{]");
        counted = UNITS * 70L;
        await().until(() -> responses() == counted);
        await().until(() -> count("mark") == UNITS * 2 && count("parked") == 1);
        stage.asOwner(
                "insert into official_result (agency, fiscal_year, total, source) values ($1, 2566, 80.00, 'x')",
                setting.unit(1));
    }

    @AfterAll
    static void gone() {
        stage.close();
    }

    private static long responses() {
        return stage.one("select coalesce(sum(responses), 0)::bigint from tally", Long.class);
    }

    private static long count(String table) {
        return stage.one("select count(*) from " + table, Long.class);
    }

    private static Redone rebuild(String... typed) {
        return Redone.of(stage, typed);
    }

    @Test
    @Order(1)
    void it_moves_the_positions_of_all_inboxes_that_there_are() {
        Map<String, Set<Topic>> kept = stage.service().getBeansOfType(InboxHandler.class).values().stream()
                .collect(Collectors.toMap(InboxHandler::name, InboxHandler::topics));
        assertThat(Arrays.stream(Inbox.values()).collect(Collectors.toMap(Inbox::code, Inbox::topics)))
                .isEqualTo(kept);
    }

    @Test
    @Order(2)
    void whatever_was_damaged_follows_from_the_log_again_while_answers_keep_coming() {
        await().untilAsserted(() -> assertThat(Said.equal(stage)).isTrue());
        var before = stage.score(ROUND, setting.unit(1)).json();
        for (var damage : List.of(
                "update tally set body = replace(body, 'count,e1,1,', 'count,e1,1,9') where round = $1",
                "delete from tally where round = $1 and instrument = 'iit'",
                "update mark set mark = 55 where round = $1",
                "update population set internal = 7 where round = $1",
                "update round set framework = 'elsewhere@1' where round = $1",
                "update framework set document = '{}' where $1 <> ''",
                "update agency set path = '{x}', name = '{}' where agency like $1 || '%'",
                "update score set total = 1, level = 'none', body = 'nonsense' where round = $1"))
            stage.asOwner(damage, ROUND);
        stage.asOwner(
                "insert into parked (inbox, topic, partition, kafka_offset, stream_seq, type, reason)"
                        + " values ('scoring-responses', 'assessment.responses', 0, 0, 1, 'ResponsesReleased', $1)",
                "a mistake of an earlier version");
        var going = new AtomicBoolean(true);
        var stream = CompletableFuture.supplyAsync(() -> answers(going));
        var said = rebuild();
        going.set(false);
        counted += stream.join();
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("Rebuilt in")
                .contains("%d scores (other ones than before: %d)".formatted(UNITS, UNITS));
        await().until(() -> responses() == counted);
        await().untilAsserted(() -> assertThat(Said.equal(stage)).isTrue());
        assertThat(stage.one("select count(*) from score where level = 'none' or total = 1", Long.class))
                .isZero();
        var after = stage.score(ROUND, setting.unit(1)).json();
        assertThat(after.at("/instruments/0/score")).isEqualTo(before.at("/instruments/0/score"));
        assertThat(count("official_result")).isEqualTo(1);
        assertThat(count("parked")).isEqualTo(2);
        assertThat(count("parked where not settled")).isEqualTo(1);
        assertThat(stage.one(
                        "select mark from mark where round = $1 and agency = $2 and item = 'o2'",
                        Integer.class,
                        ROUND,
                        setting.unit(2)))
                .isZero();
    }

    private static long answers(AtomicBoolean going) {
        long all = 0;
        while (going.get() || all < 500) {
            for (int n = 1; n <= UNITS; n++)
                stage.tell(release(ROUND, setting.unit(n), "eit", times(5, all % 2 == 0 ? BAD : GOOD), List.of()));
            all += UNITS * 5;
            stage.flush();
        }
        return all;
    }

    @Test
    @Order(3)
    void scores_stay_readable_meanwhile_and_are_never_of_half_the_answers() {
        var going = new AtomicBoolean(true);
        var seen = CompletableFuture.supplyAsync(() -> {
            var totals = new HashSet<String>();
            while (going.get()) totals.add(stage.score(ROUND, setting.unit(3)).text("/instruments/1/score"));
            return totals;
        });
        assertThat(rebuild().exit()).isZero();
        going.set(false);
        assertThat(seen.join()).hasSize(1);
    }

    @Test
    @Order(4)
    void a_database_that_is_gone_comes_back_and_tells_with_higher_numbers_than_before() {
        long told = lastTold();
        for (var table : List.of(
                "tally",
                "mark",
                "score",
                "population",
                "round",
                "framework",
                "official_result",
                "agency",
                "inbox_position",
                "inbox_stream",
                "outbox",
                "outbox_stream",
                "parked")) stage.asOwner("delete from " + table + " where $1 <> ''", "all");
        var said = rebuild();
        assertThat(said.exit()).as(said.err()).isZero();
        await().until(() -> responses() == counted);
        await().untilAsserted(() -> assertThat(Said.equal(stage)).isTrue());
        await().until(() -> lastTold() > told);
        assertThat(count("parked")).isEqualTo(1);
        stage.tell(release(ROUND, setting.unit(1), "eit", times(5, GOOD), List.of()));
        stage.flush();
        counted += 5;
        await().until(() -> responses() == counted);
    }

    private static long lastTold() {
        return stage.one(
                "select coalesce(max(last_seq), 0)::bigint from outbox_stream where topic = 'scoring.scores'",
                Long.class);
    }

    @Test
    @Order(5)
    void a_score_that_rested_on_nothing_is_taken_back_from_those_who_were_told() {
        var idle = new Setting(stage, "idle", Sample.FUTURE).units(1).opened();
        await().until(() -> stage.one("select count(*) from score where round = 'idle'", Long.class) == 1);
        stage.asOwner(
                "insert into tally select $1, 'idle-unit-1', instrument, part, framework, responses, body from tally"
                        + " where agency = 'rebuilt-unit-1' and instrument = 'eit'",
                "idle");
        stage.tell(new PopulationRegistered("idle", idle.unit(1), 40, 400));
        stage.flush();
        await().until(() ->
                lastTold("idle/" + idle.unit(1)).at("/instruments/eit").isNumber());
        assertThat(rebuild().exit()).isZero();
        await().until(() ->
                lastTold("idle/" + idle.unit(1)).at("/instruments/eit").isNull());
        assertThat(lastTold("idle/" + idle.unit(1)).at("/adequacy").asString()).isEqualTo("no-data");
    }

    private static JsonNode lastTold(String key) {
        return EventJson.MAPPER.readTree(Objects.requireNonNull(stage.one(
                "select coalesce((select body from outbox where topic = 'scoring.scores' and key = $1"
                        + " order by id desc limit 1), '{}')",
                String.class,
                key)));
    }

    @Test
    @Order(6)
    void a_log_that_has_lost_its_end_is_refused_though_it_has_no_gap() {
        var lost = "update %s set %s = %s + 3 where topic = 'assessment.responses' and $1 <> ''";
        stage.asOwner(lost.formatted("inbox_position", "next_offset", "next_offset"), "x");
        var ends = rebuild();
        stage.asOwner(
                lost.formatted("inbox_position", "next_offset", "next_offset").replace('+', '-'), "x");
        assertThat(ends.exit()).isEqualTo(1);
        assertThat(ends.err()).contains("Nothing was changed").contains("the log has lost them");
        stage.asOwner(lost.formatted("inbox_stream", "last_seq", "last_seq"), "x");
        var streams = rebuild();
        stage.asOwner(lost.formatted("inbox_stream", "last_seq", "last_seq").replace('+', '-'), "x");
        assertThat(streams.exit()).isEqualTo(1);
        assertThat(streams.err()).contains(setting.unit(1) + " was heard up to number");
        assertThat(rebuild().exit()).isZero();
    }

    @Test
    @Order(7)
    void what_no_table_can_hold_is_parked_by_the_service_and_by_a_rebuild_and_holds_up_neither() {
        long before = count("parked where not settled");
        var unit = setting.unit(1);
        var never = Sample.round("never", Sample.REF, "root", Sample.FUTURE)
                .withCalendar(List.of(new StepWindow("eit", Instant.MAX.minusSeconds(1), Instant.MAX)), List.of());
        var half = "{\"round\":\"r\\ud800\",\"agency\":\"%s\",\"item\":\"o1\",\"mark\":7,\"internal\":1,\"external\":2}"
                .formatted(unit);
        stage.put(Topic.ITEMS, "nul\0", "ItemMarked", 1, half);
        stage.put(Topic.ITEMS, unit, "ItemMarked", stage.number(Topic.ITEMS, unit), half);
        stage.put(Topic.POPULATIONS, "half", "PopulationRegistered", 1, half);
        stage.put(Topic.ROUNDS, "never", "RoundOpened", 1, EventJson.write(new RoundOpened(never)));
        stage.tell(new ItemMarked(ROUND, unit, "o2", 100));
        stage.flush();
        await().until(() -> count("parked where not settled") == before + 4);
        await().until(() -> count("mark where agency = '%s' and item = 'o2' and mark = 100".formatted(unit)) == 1);
        var said = rebuild();
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(count("parked where not settled")).isEqualTo(before + 4);
        await().untilAsserted(() -> assertThat(Said.equal(stage)).isTrue());
    }

    @Test
    @Order(8)
    void a_log_that_lacks_records_is_refused_unless_somebody_wants_the_loss() {
        stage.number(Topic.RESPONSES, setting.unit(5));
        stage.tell(release(ROUND, setting.unit(5), "eit", times(5, GOOD), List.of()));
        stage.flush();
        var said = rebuild();
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err())
                .contains("Nothing was changed")
                .contains(setting.unit(5) + " goes from number")
                .contains("--losing");
        assertThat(responses()).isEqualTo(counted);
        assertThat(rebuild("--losing").exit()).isZero();
        assertThat(responses()).isEqualTo(counted + 5);
    }

    @Test
    @Order(9)
    void what_it_does_not_understand_it_does_not_do() {
        assertThat(rebuild("--force").exit()).isEqualTo(2);
        assertThat(rebuild("--force").err()).contains("'--force' is not an option of rebuild");
        assertThat(rebuild("--help").out()).startsWith("Usage: rebuild");
    }
}
