package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.internals.ConsumerCoordinator;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.local.TestWorld;
import org.prongsai.messaging.Post.Hearing;

/** Two processes read for one inbox, and each says of its own partitions only whether they stopped. */
class InboxTakenOverIT {

    /** A reader that was put out learns of it only some seconds later. */
    private static final Duration LONG = Duration.ofSeconds(40);

    private final Post post = Post.get();

    /** A partition also stops at what another test left in it. */
    @BeforeEach
    void nothing_was_told_before() {
        asking(admin -> admin.deleteRecords(IntStream.range(0, Post.SETTINGS.partitions())
                        .mapToObj(partition -> new TopicPartition(Topic.RESPONSES.channel(), partition))
                        .collect(Collectors.toMap(each -> each, _ -> RecordsToDelete.beforeOffset(-1))))
                .all()
                .get());
    }

    @Test
    void a_stopped_partition_that_was_given_to_another_process_is_stopped_only_there() {
        gaps("given");
        try (var first = hearing("given")) {
            await().atMost(LONG).untilAsserted(() -> assertThat(stopped(first)).isEqualTo(2));
            try (var second = hearing("given")) {
                eachStopsAtItsOwn(first, second);
            }
        }
    }

    @Test
    void whoever_was_put_out_with_a_batch_in_hand_stops_nothing_that_is_no_longer_its_own() {
        gaps("outrun");
        var inHand = new CountDownLatch(1);
        var enough = new CountDownLatch(1);
        try (var kafka = LogLines.of(ConsumerCoordinator.class);
                var first = post.hearing(Topic.RESPONSES, "outrun", new AtomicInteger(1), () -> held(inHand, enough))) {
            await().atMost(LONG).until(() -> inHand.getCount() == 0);
            putOut("outrun");
            try (var second = hearing("outrun")) {
                await().atMost(LONG).until(() -> places("outrun").size() == 1);
                await().atMost(LONG).until(() -> !kafka.about("UNKNOWN_MEMBER_ID from HEARTBEAT response")
                        .isEmpty());
                enough.countDown();
                eachStopsAtItsOwn(first, second);
            }
        }
    }

    private static void eachStopsAtItsOwn(Hearing first, Hearing second) {
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(List.of(stopped(first), stopped(second))).containsExactly(1.0, 1.0);
            assertThat(places(first.inbox()))
                    .hasSize(2)
                    .isEqualTo(List.of(words(first), words(second)).stream()
                            .map(words -> words.replace("stopped, an event being missing, at ", ""))
                            .toList());
        });
    }

    private Hearing hearing(String inbox) {
        return post.hearing(Topic.RESPONSES, inbox, new AtomicInteger());
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

    /** Streams in both partitions, and each lacks its second event. */
    private void gaps(String inbox) {
        for (int n = 1; n <= 8; n++) {
            String agency = inbox + "-" + n;
            var event = new ResponsesReleased("r", agency, "eit", "1", "small@1", List.of(), List.of());
            post.put(Topic.RESPONSES, agency, "ResponsesReleased", 1, EventJson.write(event));
            post.put(Topic.RESPONSES, agency, "ResponsesReleased", 3, EventJson.write(event));
        }
    }

    /** Whoever reads for this inbox loses its partitions at once, and learns of it only when it asks for more. */
    private static void putOut(String inbox) {
        asking(admin -> admin.removeMembersFromConsumerGroup(inbox, new RemoveMembersFromConsumerGroupOptions())
                .all()
                .get());
    }

    /** What each process reads by now, in the order in which they came. */
    private static List<String> places(String inbox) {
        return asking(admin ->
                        admin.describeConsumerGroups(List.of(inbox)).all().get().get(inbox))
                .members()
                .stream()
                .sorted(Comparator.comparingInt(
                                (MemberDescription each) -> each.clientId().length())
                        .thenComparing(MemberDescription::clientId))
                .map(each -> each.assignment().topicPartitions().stream()
                        .map(place -> place.topic() + "[" + place.partition() + "]")
                        .collect(Collectors.joining(", ")))
                .filter(places -> !places.isEmpty())
                .toList();
    }

    private interface Question<T> {
        T of(Admin admin) throws ExecutionException, InterruptedException;
    }

    private static <T> T asking(Question<T> question) {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", TestWorld.get().kafkaBootstrap()))) {
            return question.of(admin);
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static double stopped(Hearing hearing) {
        return hearing.meters().get("prongsai.inbox.stopped").gauge().value();
    }

    private static String words(Hearing hearing) {
        return String.valueOf(hearing.job().conditions().get(hearing.inbox()));
    }
}
