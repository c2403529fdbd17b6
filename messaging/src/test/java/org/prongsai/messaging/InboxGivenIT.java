package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.PopulationRegistered;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.local.TestWorld;

/** Partitions are given out while the database does not say where the inbox stands, and Kafka believes it is further. */
class InboxGivenIT {

    private final Post post = Post.get();

    @Test
    void it_begins_where_its_database_says_as_soon_as_it_does_though_nothing_more_comes() {
        var event = new PopulationRegistered("r", "handed-1", 1, 0);
        post.put(Topic.POPULATIONS, "handed-1", "PopulationRegistered", 1, EventJson.write(event));
        believed("handed", Topic.POPULATIONS);
        whileTheDatabaseIsSilent("handed", Topic.POPULATIONS, "1 people");
    }

    @Test
    void what_comes_meanwhile_is_left_until_its_turn() {
        mark(1);
        believed("astray", Topic.ITEMS);
        mark(2);
        whileTheDatabaseIsSilent("astray", Topic.ITEMS, "o1", "o2");
    }

    private void whileTheDatabaseIsSilent(String inbox, Topic topic, String... items) {
        allow(false);
        try (var lines = LogLines.of(InboxListener.class);
                var hearing = post.hearing(topic, inbox, new AtomicInteger())) {
            var failing = hearing.meters().get("prongsai.inbox.failing").gauge();
            await().untilAsserted(() -> assertThat(failing.value()).isGreaterThan(1.5));
            assertThat(hearing.job().conditions().get(inbox)).matches("has failed for .* 42501");
            allow(true);
            await().untilAsserted(() -> assertThat(hearing.items(inbox + "-1")).containsExactly(items));
            await().untilAsserted(() -> assertThat(failing.value()).isZero());
            await().untilAsserted(() -> assertThat(hearing.job().conditions()).containsEntry(inbox, "reads"));
            await().untilAsserted(() -> assertThat(lines.about(inbox))
                    .satisfiesExactly(
                            failed -> assertThat(failed).contains("WARN", topic.channel(), "again and again", "42501"),
                            well -> assertThat(well).isEqualTo("INFO " + inbox + " goes on")));
        } finally {
            allow(true);
        }
    }

    private void mark(long number) {
        var event = new ItemMarked("r", "astray-1", "o" + number, 100);
        post.put(Topic.ITEMS, "astray-1", "ItemMarked", number, EventJson.write(event));
    }

    private static void allow(boolean allowed) {
        try (var owner = PostgresClient.joinAsOwner(Post.settings(), "scoring")) {
            String change = allowed
                    ? "grant select on inbox_position to scoring"
                    : "revoke select on inbox_position from scoring";
            owner.sql().sql(change).then().block();
        }
    }

    /** Kafka is told that everything up to now was read. */
    private static void believed(String inbox, Topic topic) {
        var latest = IntStream.range(0, Post.SETTINGS.partitions())
                .mapToObj(partition -> new TopicPartition(topic.channel(), partition))
                .collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest()));
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", TestWorld.get().kafkaBootstrap()))) {
            var ends = admin.listOffsets(latest).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            each -> new OffsetAndMetadata(each.getValue().offset())));
            admin.alterConsumerGroupOffsets(inbox, ends).all().get();
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
