package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prongsai.scoring.Sample.GOOD;
import static org.prongsai.scoring.Sample.release;
import static org.prongsai.scoring.Sample.times;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.local.TestWorld;

/** What answers that left their pool leave behind beside their unit: the day and no hour. */
class ReleaseDayIT {
    private final Stage stage = Stage.get();

    @Test
    void neither_database_nor_topic_nor_answer_tells_when_answers_left() {
        var setting = Setting.of("day-only").framework().units(1).opened();
        var unit = setting.unit(1);
        await().untilAsserted(
                        () -> assertThat(stage.score("day-only", unit).status()).isEqualTo(200));
        stage.tell(release("day-only", unit, "eit", times(12, GOOD), List.of()));
        await().untilAsserted(() -> assertThat(stage.score("day-only", unit).text("/instruments/1/score"))
                .isEqualTo("100.0"));
        assertThat(Instant.parse(stage.score("day-only", unit).text("/asOf"))).satisfies(ReleaseDayIT::isMidnight);
        assertThat(instantsBeside(unit)).hasSizeGreaterThanOrEqualTo(2).allSatisfy(ReleaseDayIT::isMidnight);
        assertThat(told("day-only/" + unit)).isNotEmpty().allSatisfy(record -> {
            isMidnight(Instant.ofEpochMilli(record.timestamp()));
            isMidnight(Instant.parse(
                    new String(record.headers().lastHeader("ce_time").value())));
        });
    }

    /** They are told in one order with the answers of others: two exact neighbours would give away the hour between them. */
    @Test
    void what_marks_and_registers_changed_is_told_with_the_day_too() {
        var setting = Setting.of("day-marks").framework().units(1).opened();
        var unit = setting.unit(1);
        stage.tell(new ItemMarked("day-marks", unit, "o1", 100));
        stage.tell(new ItemMarked("day-marks", unit, "o2", 0));
        stage.tell(new ItemMarked("day-marks", unit, "o3", 100));
        await().untilAsserted(() -> assertThat(stage.score("day-marks", unit).text("/instruments/2/score"))
                .isEqualTo("75.0"));
        assertThat(instantsBeside(unit)).hasSizeGreaterThanOrEqualTo(2).allSatisfy(ReleaseDayIT::isMidnight);
        assertThat(told("day-marks/" + unit))
                .isNotEmpty()
                .allSatisfy(record -> isMidnight(Instant.ofEpochMilli(record.timestamp())));
    }

    @Test
    void a_deadline_of_the_same_day_stays_over_when_answers_come() {
        var setting = new Setting(stage, "day-over", stage.clock().instant().minusSeconds(1))
                .framework()
                .units(1)
                .opened();
        var unit = setting.unit(1);
        stage.tell(new ItemMarked("day-over", unit, "o1", 100));
        await().untilAsserted(() -> assertThat(stage.score("day-over", unit).text("/instruments/2/score"))
                .isEqualTo("25.0"));
        stage.tell(release("day-over", unit, "eit", times(12, GOOD), List.of()));
        await().untilAsserted(() -> assertThat(stage.score("day-over", unit).text("/instruments/1/score"))
                .isEqualTo("100.0"));
        var reopened = """
                select count(*) from outbox where key = $1 and body like '%"eit":100.00%' and body like '%"oit":null%'
                """;
        assertThat(stage.one(reopened, Long.class, "day-over/" + unit)).isZero();
    }

    private static void isMidnight(Instant instant) {
        assertThat(instant).isEqualTo(instant.truncatedTo(ChronoUnit.DAYS));
    }

    /** Every instant of every row, in whatever table, that names the unit. */
    private List<Instant> instantsBeside(String unit) {
        var sql = stage.database().sql();
        return sql.sql("""
                        select format('select %I as instant from %I t where strpos(t::text, :unit) > 0 and %1$I is not null',
                            column_name, table_name)
                        from information_schema.columns
                        where table_schema = 'public' and data_type like 'timestamp%'
                        """.replace(":unit", "''" + unit + "''"))
                .map(row -> row.get(0, String.class))
                .all()
                .concatMap(query -> sql.sql(query)
                        .map(row -> row.get("instant", Instant.class))
                        .all())
                .collectList()
                .block();
    }

    private static List<ConsumerRecord<String, String>> told(String key) {
        var settings =
                Map.<String, Object>of("bootstrap.servers", TestWorld.get().kafkaBootstrap());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(Topic.SCORES.channel()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var found = new ArrayList<ConsumerRecord<String, String>>();
            await().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(each -> {
                    if (key.equals(each.key())) found.add(each);
                });
                return !found.isEmpty();
            });
            return found;
        }
    }
}
