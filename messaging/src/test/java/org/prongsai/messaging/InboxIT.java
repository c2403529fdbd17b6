package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.contracts.notification.MessageSent;
import org.prongsai.messaging.Post.Hearing;

class InboxIT {

    private final Post post = Post.get();

    @Test
    void an_effect_that_fails_is_undone_and_tried_again() {
        put("again-1", 1, "o1");
        put("again-1", 2, "o2");
        try (var hearing = post.hearing(Topic.ITEMS, "again", new AtomicInteger(3))) {
            await().untilAsserted(() -> assertThat(hearing.items("again-1")).containsExactly("o1", "o2"));
        }
    }

    @Test
    void a_reader_goes_on_where_its_database_says() {
        put("resume-1", 1, "o1");
        try (var hearing = post.hearing(Topic.ITEMS, "resume", new AtomicInteger())) {
            await().untilAsserted(() -> assertThat(hearing.items("resume-1")).containsExactly("o1"));
        }
        put("resume-1", 1, "o1");
        put("resume-1", 2, "o2");
        try (var hearing = post.hearing(Topic.ITEMS, "resume", new AtomicInteger())) {
            await().untilAsserted(() -> assertThat(hearing.items("resume-1")).containsExactly("o1", "o2"));
        }
    }

    @Test
    void poison_and_refused_events_are_parked_with_their_reason_and_the_stream_goes_on() {
        post.put(Topic.ITEMS, "poison-1", "ItemMarked", 1, "{\"mark\":\"not a number\"}");
        post.put(Topic.ITEMS, "poison-1", "ItemMarked", 2, EventJson.write(new ItemMarked("r", "poison-1", "o2", -1)));
        post.put(Topic.ITEMS, "poison-1", "ItemOfALaterVersion", 3, "{}");
        put("poison-1", 4, "o4");
        try (var hearing = post.hearing(Topic.ITEMS, "poison", new AtomicInteger())) {
            await().untilAsserted(() -> assertThat(hearing.items("poison-1")).containsExactly("o4"));
            assertThat(parked("poison")).hasSize(2).contains("mark below 0");
            await().untilAsserted(() ->
                    assertThat(counted(hearing, "prongsai.inbox.parked")).isGreaterThanOrEqualTo(2));
            await().untilAsserted(() ->
                    assertThat(counted(hearing, "prongsai.inbox.ignored")).isPositive());
        }
    }

    @Test
    void a_number_that_is_none_is_parked_and_not_tried_for_ever() {
        for (var number : List.of("one", "-1", "99999999999999999999", ""))
            post.put(
                    Topic.ITEMS,
                    "numberless-1",
                    "ItemMarked",
                    number,
                    EventJson.write(new ItemMarked("r", "numberless-1", "o9", 100)));
        put("numberless-1", 1, "o1");
        try (var hearing = post.hearing(Topic.ITEMS, "numberless", new AtomicInteger())) {
            await().untilAsserted(
                            () -> assertThat(hearing.items("numberless-1")).containsExactly("o1"));
            assertThat(parked("numberless")).hasSize(4).allMatch(each -> each.contains("no stream_seq"));
        }
    }

    @Test
    void a_gap_stops_the_partition_until_the_missing_event_is_there() {
        post.put(Topic.MESSAGES, "gap-1", "MessageSent", 1, message("gap-1", "o1"));
        post.put(Topic.MESSAGES, "gap-1", "MessageSent", 3, message("gap-1", "o3"));
        try (var lines = LogLines.of(InboxListener.class);
                var hearing = post.hearing(Topic.MESSAGES, "gap", new AtomicInteger())) {
            await().untilAsserted(() ->
                    assertThat(gauge(hearing, "prongsai.inbox.stopped")).isEqualTo(1));
            assertThat(hearing.items("gap-1")).containsExactly("o1");
            await().untilAsserted(() -> assertThat(lag(hearing)).isEqualTo(1));
            assertThat(hearing.job().conditions().get("gap")).contains("stopped, an event being missing, at notific");
            await().untilAsserted(() -> assertThat(lines.about("gap"))
                    .singleElement(STRING)
                    .contains("stopped reading notification.messages", "next number is 2, found 3")
                    .doesNotContain("gap-1"));
        }
    }

    @Test
    void an_inbox_that_fails_again_and_again_says_so_once_and_is_counted_until_it_is_well() {
        put("silent-1", 1, "o1");
        var failures = new AtomicInteger(Integer.MAX_VALUE);
        try (var lines = LogLines.of(InboxListener.class);
                var hearing = post.hearing(Topic.ITEMS, "silent", failures)) {
            await().untilAsserted(() -> assertThat(failures).hasValueLessThan(Integer.MAX_VALUE - 3));
            assertThat(failing(hearing)).isPositive();
            assertThat(hearing.job().conditions().get("silent"))
                    .startsWith("has failed for ")
                    .endsWith(": IllegalStateException");
            failures.set(0);
            await().untilAsserted(() -> assertThat(hearing.items("silent-1")).containsExactly("o1"));
            await().untilAsserted(() -> assertThat(failing(hearing)).isZero());
            await().untilAsserted(() -> assertThat(lines.about("silent"))
                    .containsExactly(
                            "WARN silent tries events of [disclosure.items] again and again:"
                                    + " IllegalStateException: fails on purpose after its effect",
                            "INFO silent goes on"));
        }
    }

    @Test
    void how_far_it_is_behind_is_known_while_it_fails_and_is_nothing_when_it_has_read_everything() {
        put("behind-1", 1, "o1");
        var failures = new AtomicInteger(Integer.MAX_VALUE);
        try (var hearing = post.hearing(Topic.ITEMS, "behind", failures)) {
            await().untilAsserted(() -> assertThat(failures).hasValueLessThan(Integer.MAX_VALUE));
            assertThat(lag(hearing)).isPositive();
            double before = lag(hearing);
            put("behind-1", 2, "o2");
            put("behind-2", 1, "o3");
            await().untilAsserted(() -> assertThat(lag(hearing)).isEqualTo(before + 2));
            await().untilAsserted(() ->
                    assertThat(gauge(hearing, "prongsai.inbox.age")).isPositive());
            failures.set(0);
            await().untilAsserted(() -> assertThat(lag(hearing)).isZero());
            await().untilAsserted(() -> assertThat(hearing.job().conditions()).containsEntry("behind", "reads"));
            assertThat(gauge(hearing, "prongsai.inbox.age")).isZero();
            assertThat(gauge(hearing, "prongsai.inbox.silent")).isZero();
            assertThat(hearing.meters().get("prongsai.inbox.commit").timer().count())
                    .isPositive();
        }
    }

    @Test
    void a_failure_of_any_kind_is_tried_again_and_skips_nothing() {
        put("cast-1", 1, "o1");
        try (var hearing = post.hearing(Topic.ITEMS, "cast", new AtomicInteger(1), ClassCastException::new)) {
            await().untilAsserted(() -> assertThat(hearing.items("cast-1")).containsExactly("o1"));
        }
    }

    @Test
    void an_event_on_a_foreign_topic_is_parked() {
        put("foreign-1", 1, "o1");
        post.put(Topic.ITEMS, "foreign-1", "MessageSent", 2, message("foreign-1", "o2"));
        put("foreign-1", 3, "o3");
        try (var hearing = post.hearing(Topic.ITEMS, "foreign", new AtomicInteger())) {
            await().untilAsserted(() -> assertThat(hearing.items("foreign-1")).containsExactly("o1", "o3"));
            assertThat(parked("foreign")).contains("MessageSent belongs to notification.messages");
        }
    }

    @Test
    void only_the_event_whose_data_the_database_refuses_is_parked_and_the_others_take_effect() {
        put("unsound-1", 1, "o1");
        put("unsound-1", 2, "\\u0000");
        put("unsound-1", 3, "o3");
        try (var lines = LogLines.of(InboxListener.class);
                var hearing = post.hearing(Topic.ITEMS, "unsound", new AtomicInteger())) {
            await().untilAsserted(() -> assertThat(hearing.items("unsound-1")).containsExactly("o1", "o3"));
            put("unsound-1", 4, "o4");
            await().untilAsserted(() -> assertThat(hearing.items("unsound-1")).containsExactly("o1", "o3", "o4"));
            assertThat(parked("unsound")).contains("the database refuses it with SQLSTATE 22P05");
            assertThat(lines.about("22P05")).singleElement(STRING).doesNotContain("u0000", "unsound-1");
        }
    }

    @Test
    void poison_with_a_nul_is_parked_too() {
        post.put(Topic.ITEMS, "nul-1", "ItemMarked", 1, "{\"item\":\"\0\"}");
        put("nul-1", 2, "o2");
        try (var hearing = post.hearing(Topic.ITEMS, "nul", new AtomicInteger())) {
            await().untilAsserted(() -> assertThat(hearing.items("nul-1")).containsExactly("o2"));
        }
    }

    @Test
    void a_key_that_no_table_can_hold_stops_nobody() {
        var body = body("keys-1", "o9");
        post.put(Topic.ITEMS, "keys-\0", "ItemMarked", 1, body);
        post.put(Topic.ITEMS, "keys-\0", "ItemOfALaterVersion", 2, body);
        post.put(Topic.ITEMS, noise(9_000), "ItemMarked", 1, body);
        put("keys-1", 1, "o1");
        put("keys-2", 1, "o2");
        try (var hearing = post.hearing(Topic.ITEMS, "keys", new AtomicInteger())) {
            await().untilAsserted(() -> assertThat(hearing.items("keys-1")).containsExactly("o1"));
            await().untilAsserted(() -> assertThat(hearing.items("keys-2")).containsExactly("o2"));
            assertThat(
                            reasons(
                                    "select reason from parked where inbox = 'keys' and (key = 'keys-\uFFFD' or length(key) = 500)"))
                    .hasSize(2)
                    .allMatch(reason -> reason.contains("a key with a NUL or more than 500 letters"));
        }
    }

    @Test
    void what_is_too_large_for_an_index_is_parked_and_not_tried_for_ever() {
        put("bulky-1", 1, noise(9_000));
        put("bulky-1", 2, "o2");
        try (var hearing = post.hearing(Topic.ITEMS, "bulky", new AtomicInteger())) {
            await().untilAsserted(() -> assertThat(hearing.items("bulky-1")).containsExactly("o2"));
            assertThat(parked("bulky")).containsExactly("the database refuses it with SQLSTATE 54000");
        }
    }

    /** Letters that cannot be pressed into fewer. */
    private static String noise(int letters) {
        return new Random(letters)
                .ints(letters, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    @Test
    void a_log_that_was_lost_and_refilled_is_read_from_its_beginning() {
        put("lost-1", 1, "o1");
        post.reader
                .sql()
                .sql("insert into inbox_position (inbox, topic, partition, next_offset)"
                        + " select 'lost', 'disclosure.items', partition, 1000000 from generate_series(0, 1) partition")
                .then()
                .block();
        try (var hearing = post.hearing(Topic.ITEMS, "lost", new AtomicInteger())) {
            await().untilAsserted(() -> assertThat(hearing.items("lost-1")).containsExactly("o1"));
        }
    }

    @Test
    void two_readers_with_a_rebalance_in_the_middle_hear_everything_once() {
        var items = java.util.stream.IntStream.rangeClosed(1, 400)
                .mapToObj(i -> "o" + i)
                .toList();
        try (var first = post.hearing(Topic.ITEMS, "pair", new AtomicInteger())) {
            for (int i = 0; i < 200; i++) {
                put("pair-" + i % 4, i / 4 + 1, items.get(i));
            }
            try (var second = post.hearing(Topic.ITEMS, "pair", new AtomicInteger())) {
                for (int i = 200; i < 400; i++) {
                    put("pair-" + i % 4, i / 4 + 1, items.get(i));
                }
                for (int s = 0; s < 4; s++) {
                    String agency = "pair-" + s;
                    await().untilAsserted(() ->
                            assertThat(second.items(agency)).hasSize(100).doesNotHaveDuplicates());
                }
            }
        }
    }

    private void put(String agency, long seq, String item) {
        post.put(Topic.ITEMS, agency, "ItemMarked", seq, body(agency, item));
    }

    private static String body(String agency, String item) {
        return EventJson.write(new ItemMarked("r", agency, item, 100));
    }

    private static String message(String agency, String kind) {
        return EventJson.write(new MessageSent(new UUID(0, 0), "r", agency, kind, "email"));
    }

    private List<String> parked(String inbox) {
        return reasons("select reason from parked where inbox = '%s' and key = '%1$s-1'".formatted(inbox));
    }

    private List<String> reasons(String select) {
        return post.reader
                .sql()
                .sql(select)
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block();
    }

    private static double failing(Hearing hearing) {
        return gauge(hearing, "prongsai.inbox.failing");
    }

    private static double lag(Hearing hearing) {
        return gauge(hearing, "prongsai.inbox.lag");
    }

    private static double gauge(Hearing hearing, String name) {
        return hearing.meters().get(name).gauge().value();
    }

    private static double counted(Hearing hearing, String name) {
        return hearing.meters().get(name).counter().count();
    }
}
