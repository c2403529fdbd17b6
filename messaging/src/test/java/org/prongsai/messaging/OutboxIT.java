package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.disclosure.ItemMarked;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class OutboxIT {

    private final Post post = Post.get();
    private final OutboxWriter outbox = new OutboxWriter(post.writer);

    @Test
    void an_event_outside_a_transaction_is_refused() {
        assertThatThrownBy(() -> outbox.tell(List.of(marked("out-1", "o1")), Instant.EPOCH)
                        .block())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside the transaction");
    }

    @Test
    void a_transaction_held_open_is_neither_overtaken_nor_skipped() {
        passUntil(0, "not sent");
        try (var hearing = post.hearing(Topic.ITEMS, "late", new AtomicInteger())) {
            var slow = post.writer
                    .inTransaction(outbox.tell(List.of(marked("late-1", "first")), Instant.EPOCH)
                            .then(aside(() -> {
                                post.tell(marked("late-1", "second"));
                                post.tell(marked("late-2", "other"));
                                return post.pass();
                            })))
                    .block();
            assertThat(slow).as("sent while the older transaction was open").isZero();
            passUntil(3, "sent and key like 'late-%'");
            await().untilAsserted(() -> assertThat(hearing.items("late-1")).containsExactly("first", "second"));
            await().untilAsserted(() -> assertThat(hearing.items("late-2")).containsExactly("other"));
        }
    }

    @Test
    void an_older_transaction_that_wrote_later_is_told_later() {
        try (var hearing = post.hearing(Topic.ITEMS, "waited", new AtomicInteger())) {
            // As if the older one had waited for a lock of the one that tells first, while a third stays open.
            var older = begin();
            var between = begin();
            post.tell(marked("waited-1", "before"));
            run(
                    older,
                    "insert into outbox (topic, key, type, body, time) select topic, key, type,"
                            + " replace(body, 'before', 'after'), time from outbox where key = 'waited-1'");
            run(older, "commit");
            post.pass();
            run(between, "rollback");
            passUntil(2, "sent and key = 'waited-1'");
            await().untilAsserted(() -> assertThat(hearing.items("waited-1")).containsExactly("before", "after"));
            Flux.just(older, between).concatMap(Connection::close).blockLast();
        }
    }

    @Test
    void the_age_of_an_outbox_grows_while_a_transaction_is_held_open_and_ends_when_all_is_sent() {
        var meters = new SimpleMeterRegistry();
        var relay = post.relay(meters);
        assertThat(age(meters)).as("before it looked").isNaN();
        passUntil(0, "not sent");
        var held = begin();
        post.tell(marked("aged-1", "o1"));
        assertThat(relay.pass()).isZero();
        double first = age(meters);
        assertThat(relay.pass()).isZero();
        assertThat(age(meters)).isGreaterThan(first).isPositive();
        assertThat(gauge(meters, "prongsai.outbox.rows")).isEqualTo(1);
        assertThat(gauge(meters, "prongsai.outbox.leading")).isEqualTo(1);
        assertThat(relay.words()).as("while that is usual").isEqualTo("leads");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            relay.pass();
            assertThat(relay.words()).matches("has waited for 1\\d s: a transaction is held open");
        });
        run(held, "rollback");
        untilNothingWaits(relay, meters);
        assertThat(relay.words()).isEqualTo("leads");
        assertThat(gauge(meters, "prongsai.outbox.rows")).isZero();
        relay.stop();
        Flux.from(held.close()).blockLast();
    }

    @Test
    void a_relay_that_stands_by_knows_no_age_until_it_leads() {
        var meters = new SimpleMeterRegistry();
        var leader = post.relay();
        leader.pass();
        var standby = post.relay(meters);
        post.tell(marked("standby-1", "o1"));
        assertThat(standby.pass()).isZero();
        assertThat(age(meters)).isNaN();
        assertThat(gauge(meters, "prongsai.outbox.rows")).isNaN();
        assertThat(gauge(meters, "prongsai.outbox.leading")).isZero();
        assertThat(standby.words()).isEqualTo("stands by");
        leader.stop();
        await().untilAsserted(() -> assertThat(standby.pass()).isPositive());
        untilNothingWaits(standby, meters);
        standby.stop();
    }

    private static void untilNothingWaits(OutboxRelay relay, MeterRegistry meters) {
        await().untilAsserted(() -> {
            relay.pass();
            assertThat(age(meters)).isZero();
        });
    }

    private static double age(MeterRegistry meters) {
        return gauge(meters, "prongsai.outbox.age");
    }

    private static double gauge(MeterRegistry meters, String name) {
        return meters.get(name).gauge().value();
    }

    /** A transaction with its number, which any first write gives it. */
    private Connection begin() {
        Connection connection = Objects.requireNonNull(post.writer.connect().block());
        run(connection, "begin");
        run(connection, "select pg_current_xact_id()");
        return connection;
    }

    private static void run(Connection connection, String sql) {
        Flux.from(connection.createStatement(sql).execute())
                .concatMap(Result::getRowsUpdated)
                .blockLast();
    }

    @Test
    void an_event_that_no_broker_would_take_is_refused_and_does_not_hold_up_the_others() {
        assertThatThrownBy(() -> post.tell(marked("large-1", "x".repeat(OutboxWriter.LARGEST))))
                .hasMessageContaining("ItemMarked is larger than");
        try (var hearing = post.hearing(Topic.ITEMS, "large", new AtomicInteger())) {
            var largest = "x".repeat(OutboxWriter.LARGEST - 1000);
            post.tell(marked("large-2", largest));
            passUntil(1, "sent and key = 'large-2'");
            await().untilAsserted(() -> assertThat(hearing.items("large-2")).containsExactly(largest));
        }
    }

    @Test
    void a_relay_killed_between_send_and_mark_tells_nothing_twice() {
        try (var hearing = post.hearing(Topic.ITEMS, "killed", new AtomicInteger())) {
            IntStream.range(0, 30).forEach(i -> post.tell(marked("killed-" + i % 3, "o" + i)));
            passUntil(30, "sent and key like 'killed-%'");
            forgetThatItWasSent("killed-%");
            post.tell(marked("killed-0", "afterwards"));
            int again = passUntil(31, "sent and key like 'killed-%'");
            assertThat(again).as("sent again").isGreaterThanOrEqualTo(31);
            await().untilAsserted(() -> assertThat(hearing.items("killed-0"))
                    .hasSize(11)
                    .doesNotHaveDuplicates()
                    .endsWith("afterwards"));
            assertThat(hearing.items("killed-1")).hasSize(10).doesNotHaveDuplicates();
        }
    }

    @Test
    void only_one_relay_of_a_database_leads() {
        var leader = post.relay();
        var second = post.relay();
        leader.pass();
        post.tell(marked("lead-1", "o1"));
        assertThat(second.pass()).isZero();
        await().untilAsserted(() -> assertThat(leader.pass()).isPositive());
        leader.stop();
        second.stop();
    }

    @Test
    void a_relay_that_is_stopped_in_the_middle_of_its_work_gives_up_the_lead() {
        for (int i = 0; i < 5; i++) {
            var first = post.relay();
            first.start();
            post.tell(marked("stopped-1", "o" + i));
            first.stop();
            var second = post.relay();
            await().untilAsserted(() -> {
                post.tell(marked("stopped-2", "another"));
                assertThat(second.pass()).isPositive();
            });
            second.stop();
        }
    }

    @Test
    void a_relay_that_was_stopped_can_be_started_again() {
        var relay = post.relay();
        relay.start();
        relay.stop();
        relay.start();
        for (long told : List.of(1L, 2L)) {
            post.tell(marked("restarted-1", "o" + told));
            await().untilAsserted(() ->
                    assertThat(count("sent and key = 'restarted-1'")).isEqualTo(told));
        }
        relay.stop();
    }

    /** A pass leaves to a later one whatever an older transaction holds back, even one of another database. */
    private int passUntil(long events, String condition) {
        var sent = new AtomicInteger();
        await().untilAsserted(() -> {
            sent.addAndGet(post.pass());
            assertThat(count(condition)).isEqualTo(events);
        });
        return sent.get();
    }

    private @Nullable Long count(String condition) {
        return post.writer
                .sql()
                .sql("select count(*) from outbox where " + condition)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    @Test
    void streams_are_numbered_without_gaps_and_rolled_back_events_leave_none() {
        post.tell(marked("gapless-1", "o1"));
        assertThatThrownBy(() -> post.writer
                        .inTransaction(outbox.tell(List.of(marked("gapless-1", "never")), Instant.EPOCH)
                                .then(Mono.error(new IllegalStateException("undone"))))
                        .block())
                .hasMessageContaining("undone");
        post.tell(marked("gapless-1", "o2"));
        passUntil(2, "sent and key = 'gapless-1'");
        assertThat(seqs("gapless-1")).containsExactly(1L, 2L);
    }

    @Test
    void the_runtime_role_neither_deletes_nor_rewrites_an_event() {
        post.tell(marked("kept-1", "o1"));
        for (String statement : List.of(
                "delete from outbox",
                "truncate outbox",
                "update outbox set body = '{}'",
                "update outbox set topic = 'elsewhere'",
                "delete from outbox_stream",
                "delete from parked",
                "drop table outbox")) {
            assertThatThrownBy(() -> post.writer.sql().sql(statement).then().block())
                    .as(statement)
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    private List<Long> seqs(String agency) {
        return post.writer
                .sql()
                .sql("select stream_seq from outbox where key = :key order by stream_seq")
                .bind("key", agency)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .all()
                .collectList()
                .block();
    }

    private void forgetThatItWasSent(String agencies) {
        post.writer
                .sql()
                .sql("update outbox set sent = false where key like :agencies")
                .bind("agencies", agencies)
                .then()
                .block();
    }

    private static Mono<Integer> aside(Callable<Integer> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    private static ItemMarked marked(String agency, String item) {
        return new ItemMarked("r", agency, item, 100);
    }
}
