package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.disclosure.ItemMarked;

/** The database of those who tell was lost, and an older copy of it was put in its place. */
class OutboxRestoredIT {

    private final Post post = Post.get();

    @Test
    void nothing_is_told_under_numbers_that_were_used_until_somebody_says_that_it_may_go_on_behind_them() {
        var relay = post.relay();
        for (int n = 1; n <= 4; n++) {
            tell("restored-1", "o" + n);
            relay.pass();
        }
        relay.stop();
        restore();
        tell("restored-1", "o5");
        tell("restored-2", "p1");
        var careful = post.relay();
        assertThatThrownBy(careful::pass)
                .isInstanceOf(LogAhead.class)
                .hasMessageContaining("disclosure.items")
                .hasMessageNotContaining("restored-1");
        careful.stop();
        assertThat(unsent()).containsExactly("o2", "o5", "p1");
        var raising = raising();
        raising.pass();
        raising.pass();
        raising.stop();
        assertThat(unsent()).isEmpty();
        tell("restored-1", "o6");
        assertThat(post.pass()).isPositive();
        try (var hearing = post.hearing(Topic.ITEMS, "restored", new AtomicInteger())) {
            await().untilAsserted(() ->
                    assertThat(hearing.items("restored-1")).containsExactly("o1", "o2", "o3", "o4", "o5", "o6"));
            await().untilAsserted(() -> assertThat(hearing.items("restored-2")).containsExactly("p1"));
            assertThat(hearing.meters().get("prongsai.inbox.stopped").gauge().value())
                    .isZero();
        }
    }

    @Test
    void a_relay_that_waits_for_this_says_so() {
        post.tell(new ItemMarked("r", "waits-1", "o1", 100));
        post.pass();
        run("delete from outbox where key = 'waits-1'");
        run("delete from outbox_stream where key = 'waits-1'");
        post.tell(new ItemMarked("r", "waits-1", "o2", 100));
        var relay = post.relay();
        relay.start();
        await().untilAsserted(() -> assertThat(relay.words())
                .contains("disclosure.items holds later events of this database than it knows"));
        relay.stop();
        var raising = raising();
        raising.pass();
        raising.pass();
        raising.stop();
    }

    private OutboxRelay raising() {
        var settings =
                new MessagingSettings(Post.SETTINGS.relayEvery(), 500, Post.SETTINGS.retryEvery(), 2, (short) 1, true);
        return new OutboxRelay(post.writer, post.kafka, settings, new SimpleMeterRegistry());
    }

    private void tell(String agency, String item) {
        post.tell(new ItemMarked("r", agency, item, 100));
    }

    /** To when the second event was written and not yet numbered. */
    private void restore() {
        run("delete from outbox where key = 'restored-1' and stream_seq > 2");
        run("update outbox set stream_seq = null, sent = false where key = 'restored-1' and stream_seq = 2");
        run("update outbox_stream set last_seq = 1 where key = 'restored-1'");
    }

    private static void run(String sql) {
        try (var owner = PostgresClient.joinAsOwner(Post.settings(), "disclosure")) {
            owner.sql().sql(sql).then().block();
        }
    }

    private List<String> unsent() {
        return post.writer
                .sql()
                .sql("select body::json ->> 'item' from outbox where not sent and key like 'restored-%' order by id")
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block();
    }
}
