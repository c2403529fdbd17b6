package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.PopulationRegistered;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.contracts.scoring.ScoreChanged;
import org.prongsai.messaging.Post.Hearing;

class InboxFaultsIT {

    private final Post post = Post.get();

    @Test
    void another_event_under_a_number_that_was_heard_stops_the_partition_and_the_same_one_does_not() {
        score("twice-1", 1, "a", "o1");
        score("twice-1", 2, "b", "o2");
        score("twice-1", 1, "a", "o1");
        try (var hearing = hearing(Topic.SCORES, "twice")) {
            await().untilAsserted(() -> assertThat(hearing.items("twice-1")).containsExactly("o1", "o2"));
            await().untilAsserted(() -> assertThat(hearing.meters()
                            .get("prongsai.inbox.repeated")
                            .counter()
                            .count())
                    .isPositive());
            assertThat(gauge(hearing, "prongsai.inbox.stopped")).isZero();
        }
        score("twice-1", 2, "b", "o2");
        score("twice-1", 1, "c", "o3");
        score("twice-1", 3, "d", "o4");
        try (var lines = LogLines.of(InboxListener.class);
                var hearing = hearing(Topic.SCORES, "twice")) {
            await().untilAsserted(() ->
                    assertThat(gauge(hearing, "prongsai.inbox.stopped")).isEqualTo(1));
            assertThat(hearing.job().conditions().get("twice"))
                    .contains("stopped, a number being used for two events, at scoring.scores");
            await().untilAsserted(() -> assertThat(lines.about("twice"))
                    .singleElement(STRING)
                    .contains("number 1 of a stream was another event's")
                    .doesNotContain("twice-1"));
            assertThat(hearing.items("twice-1")).containsExactly("o1", "o2");
        }
    }

    @Test
    void a_batch_in_hand_waits_though_nobody_has_looked_where_its_topic_ends() {
        var failures = new AtomicInteger();
        var inHand = new CountDownLatch(1);
        var enough = new CountDownLatch(1);
        try (var hearing = post.hearing(Topic.ITEMS, "held", failures, () -> held(inHand, enough))) {
            for (int number = 1; number <= 3; number++) {
                put("held-1", number, "id-" + number, "o" + number);
                int all = number;
                await().untilAsserted(() -> assertThat(hearing.items("held-1")).hasSize(all));
            }
            failures.set(1);
            put("held-1", 4, "id-4", "o4");
            await().until(() -> inHand.getCount() == 0);
            assertThat(gauge(hearing, "prongsai.inbox.age")).isPositive();
            enough.countDown();
            await().untilAsserted(() -> assertThat(hearing.items("held-1")).hasSize(4));
            await().untilAsserted(() ->
                    assertThat(gauge(hearing, "prongsai.inbox.age")).isZero());
        }
    }

    private static RuntimeException held(CountDownLatch inHand, CountDownLatch enough) {
        try {
            inHand.countDown();
            enough.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new IllegalStateException("was in hand");
    }

    @Test
    void a_parked_state_is_heard_once_it_can_take_effect_unless_a_newer_one_was() {
        for (int n = 1; n <= 3; n++) population("back-" + n, 1, n);
        var refused = new AtomicInteger(Integer.MAX_VALUE);
        try (var hearing = post.hearing(
                Topic.POPULATIONS, "back", refused, () -> new R2dbcDataIntegrityViolationException("no", "23514"))) {
            await().untilAsserted(() -> assertThat(parked("back")).hasSize(3));
            untilAllUnsettledAreCounted(hearing);
            refused.set(0);
            population("back-2", 2, 20);
            await().untilAsserted(() -> assertThat(hearing.items("back-2")).containsExactly("20 people"));
        }
        population("back-1", 2, 10);
        try (var lines = LogLines.of(PlaceReader.class);
                var hearing = hearing(Topic.POPULATIONS, "back")) {
            await().untilAsserted(() -> assertThat(hearing.items("back-1")).containsExactly("1 people", "10 people"));
            await().untilAsserted(() -> assertThat(hearing.items("back-3")).containsExactly("3 people"));
            assertThat(hearing.items("back-2")).containsExactly("20 people");
            assertThat(parked("back")).isEmpty();
            untilAllUnsettledAreCounted(hearing);
            assertThat(lines.about("back")).isNotEmpty().allMatch(line -> line.contains("parked states again"));
        }
        try (var hearing = hearing(Topic.POPULATIONS, "back")) {
            population("back-3", 2, 30);
            await().untilAsserted(() -> assertThat(hearing.items("back-3")).containsExactly("3 people", "30 people"));
        }
    }

    @Test
    void what_still_cannot_be_read_is_parked_again_and_of_what_adds_up_nothing_is_heard_late() {
        post.put(Topic.POPULATIONS, "still-1", "PopulationRegistered", 1, "{\"internal\":\"x\"}");
        post.put(Topic.ITEMS, "still-1", "ItemMarked", 1, "{\"mark\":\"x\"}");
        for (int start = 1; start <= 2; start++) {
            try (var states = hearing(Topic.POPULATIONS, "still")) {
                await().untilAsserted(
                                () -> assertThat(counted(states, "parked")).isPositive());
            }
            int items = start;
            put("still-1", start + 1, "id-" + start, "o" + start);
            try (var sums = hearing(Topic.ITEMS, "still")) {
                await().untilAsserted(() -> assertThat(sums.items("still-1")).hasSize(items));
            }
        }
        assertThat(parked("still")).containsExactly("still-1", "still-1");
        try (var lines = LogLines.of(InboxListener.class)) {
            try (var later = hearing(Topic.ITEMS, "still")) {
                put("still-1", 4, "id-4", "o4");
                await().untilAsserted(() -> assertThat(later.items("still-1")).containsExactly("o1", "o2", "o4"));
                untilAllUnsettledAreCounted(later);
            }
            assertThat(lines.about(placeOfParkedItem("still"))).isEmpty();
        }
        assertThat(last("still", Topic.POPULATIONS)).isOne();
        assertThat(last("still", Topic.ITEMS)).isEqualTo(4);
    }

    private Hearing hearing(Topic topic, String inbox) {
        return post.hearing(topic, inbox, new AtomicInteger());
    }

    private void put(String agency, long number, String id, String item) {
        var event = new ItemMarked("r", agency, item, 100);
        post.put(Topic.ITEMS, agency, "ItemMarked", Long.toString(number), id, EventJson.write(event));
    }

    private void score(String agency, long number, String id, String framework) {
        var event = new ScoreChanged("r", agency, framework, "no-data", null, null, Map.of(), true, false);
        post.put(Topic.SCORES, agency, "ScoreChanged", Long.toString(number), id, EventJson.write(event));
    }

    private void population(String agency, long number, int people) {
        var event = new PopulationRegistered("r", agency, people, 0);
        post.put(Topic.POPULATIONS, agency, "PopulationRegistered", number, EventJson.write(event));
    }

    private List<String> parked(String inbox) {
        return texts(
                "select key from parked where inbox = :inbox and not settled and key like :inbox || '-%' order by key",
                inbox);
    }

    /** Those of other tests' streams too, which every inbox parks. */
    private void untilAllUnsettledAreCounted(Hearing hearing) {
        await().untilAsserted(() -> assertThat(gauge(hearing, "prongsai.inbox.unsettled"))
                .isEqualTo(texts("select key from parked where inbox = :inbox and not settled", hearing.inbox())
                        .size()));
    }

    /** As a line of the log names it. */
    private String placeOfParkedItem(String inbox) {
        return texts(
                        "select format('%s[%s]@%s:', topic, partition, kafka_offset) from parked"
                                + " where inbox = :inbox and key = :inbox || '-1' and type = 'ItemMarked'",
                        inbox)
                .getFirst();
    }

    private List<String> texts(String select, String inbox) {
        return post.reader
                .sql()
                .sql(select)
                .bind("inbox", inbox)
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block();
    }

    private long last(String inbox, Topic topic) {
        return post.reader
                .sql()
                .sql(
                        "select last_seq from inbox_stream where inbox = :inbox and topic = :topic and key = :inbox || '-1'")
                .bind("inbox", inbox)
                .bind("topic", topic.channel())
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    private static double gauge(Hearing hearing, String name) {
        return hearing.meters().get(name).gauge().value();
    }

    private static double counted(Hearing hearing, String what) {
        return hearing.meters().get("prongsai.inbox." + what).counter().count();
    }
}
