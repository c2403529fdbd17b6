package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prongsai.scoring.Sample.BAD;
import static org.prongsai.scoring.Sample.GOOD;
import static org.prongsai.scoring.Sample.release;
import static org.prongsai.scoring.Sample.times;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.local.TestWorld;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.messaging.PostgresSettings;
import org.prongsai.scoring.recount.Said;
import org.prongsai.scoring.replay.BesideConfig;
import org.springframework.context.ConfigurableApplicationContext;

/** Kafka lost a record of answers; then everything is done that the runbook says of a partition that stopped. */
@Tag("slow")
class TopicMadeAnewIT {
    private static final String ROUND = "anew";
    private static final int UNITS = 3;
    private static TestWorld world;
    private static Stage stage;
    private static Setting setting;

    /** An event and its number in its stream, as the outbox of its teller keeps them. */
    private record Kept(ResponsesReleased event, long number) {}

    private static final List<Kept> OUTBOX = new ArrayList<>();

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

    private static void keep(int unit, Map<String, String> answers, boolean lost) {
        var event = release(ROUND, setting.unit(unit), "eit", times(6, answers), List.of());
        var kept = new Kept(event, stage.number(Topic.RESPONSES, setting.unit(unit)));
        OUTBOX.add(kept);
        if (!lost) stage.repeat(event, kept.number());
    }

    private static long counted(ConfigurableApplicationContext service) {
        return Objects.requireNonNull(service.getBean(PostgresClient.class)
                .sql()
                .sql("select coalesce(sum(responses), 0)::bigint from tally")
                .map(row -> row.get(0, Long.class))
                .one()
                .block());
    }

    private static boolean stopped(ConfigurableApplicationContext service) {
        return service.getBean(MeterRegistry.class)
                        .get("prongsai.inbox.stopped")
                        .tag("inbox", "scoring-responses")
                        .gauge()
                        .value()
                == 1;
    }

    private static void forgetPositions() {
        try (var context = BesideConfig.context(stage.where().toArray(String[]::new));
                var owner = PostgresClient.joinAsOwner(context.getBean(PostgresSettings.class), "scoring")) {
            owner.sql()
                    .sql("delete from inbox_position where topic = 'assessment.responses'")
                    .then()
                    .block();
        }
    }

    @Test
    void everything_sent_again_under_its_number_counts_once_and_the_partition_goes_on() throws Exception {
        for (int n = 1; n <= UNITS; n++) keep(n, GOOD, false);
        await().until(() -> counted(stage.service()) == UNITS * 6);
        keep(1, BAD, true);
        for (int n = 1; n <= UNITS; n++) keep(n, GOOD, false);
        await().until(() -> stopped(stage.service()));
        assertThat(Said.equal(stage)).isFalse();

        stage.service().close();
        try (var admin = Admin.create(Map.of("bootstrap.servers", world.kafkaBootstrap()))) {
            admin.deleteTopics(List.of(Topic.RESPONSES.channel())).all().get();
        }
        forgetPositions();
        try (var service = stage.another()) {
            OUTBOX.forEach(kept -> stage.repeat(kept.event(), kept.number()));
            await().until(() -> counted(service) == OUTBOX.size() * 6L);
            await().untilAsserted(() -> assertThat(Said.equal(stage)).isTrue());
        }
    }
}
