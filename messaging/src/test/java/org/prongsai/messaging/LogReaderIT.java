package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.local.TestWorld;

class LogReaderIT {

    private static final Map<String, Object> KAFKA =
            Map.of("bootstrap.servers", TestWorld.get().kafkaBootstrap());

    private final Post post = Post.get();
    private final List<String> heard = new ArrayList<>();

    @Test
    void hears_each_event_once_up_to_the_end_that_was_asked_for_and_then_reads_on() {
        put("log-1", 1, "r1");
        put("log-1", 1, "r1");
        put("log-1", 2, "r2");
        try (var log = reader()) {
            readAll(log, "log-1");
            assertThat(heard).containsExactly("r1", "r2");
            long records = log.findings().records();
            assertThat(log.findings().repeated()).isPositive();
            put("log-1", 3, "r3");
            readAll(log, "log-1");
            assertThat(heard).containsExactly("r1", "r2", "r3");
            assertThat(log.findings().records()).isEqualTo(records + 1);
        }
    }

    @Test
    void names_what_is_missing_and_what_cannot_be_read_and_goes_on_behind_it() {
        put("log-2", 1, "r1");
        put("log-2", 4, "r4");
        put("log-2", 5, "r5");
        post.put(Topic.RESPONSES, "log-2", "ResponsesReleased", 6, "{\"added\":7}");
        put("log-2", 9, "r9");
        try (var log = reader()) {
            readAll(log, "log-2");
            assertThat(heard).containsExactly("r1", "r4", "r5", "r9");
            assertThat(log.findings().missing().stream().filter(each -> each.contains("log-2")))
                    .satisfiesExactly(
                            first -> assertThat(first).contains("log-2 goes from number 1 to 4"),
                            second -> assertThat(second).contains("log-2 goes from number 6 to 9"));
            assertThat(log.findings().unreadable())
                    .anyMatch(each -> each.startsWith("assessment.responses[") && each.contains("ResponsesReleased"));
        }
    }

    @Test
    void names_a_number_under_which_two_records_lie() {
        put("used-1", 1, "id-1", "r1");
        put("used-1", 2, "id-2", "r2");
        put("used-1", 1, "id-1", "r1");
        put("used-1", 1, "id-3", "r3");
        try (var log = reader()) {
            readAll(log, "used-1");
            assertThat(heard).containsExactly("r1", "r2");
            assertThat(log.findings().missing().stream().filter(each -> each.contains("used-1")))
                    .singleElement()
                    .asString()
                    .contains("another record than before lies under number 1 of used-1");
        }
    }

    @Test
    void nobody_else_s_position_moves() throws Exception {
        put("log-3", 1, "r1");
        try (var log = reader();
                var admin =
                        Admin.create(Map.of("bootstrap.servers", TestWorld.get().kafkaBootstrap()))) {
            var before = admin.listGroups().all().get().size();
            readAll(log, "log-3");
            assertThat(admin.listGroups().all().get()).hasSize(before);
        }
    }

    @Test
    void waits_for_no_record_that_never_comes() {
        try (var log = LogReader.open(KAFKA, 1, Duration.ofSeconds(2))) {
            var place = new Place(Topic.RESPONSES, 0);
            assertThatThrownBy(() -> log.read(place, Long.MAX_VALUE, _ -> {}))
                    .isInstanceOf(KafkaException.class)
                    .hasMessageContaining("Kafka gave nothing of assessment.responses[0] for 2 s");
        }
    }

    private void readAll(LogReader log, String key) {
        log.ends(Set.of(Topic.RESPONSES))
                .forEach((place, end) -> log.read(place, end, told -> told.stream()
                        .filter(each -> each.key().equals(key))
                        .map(each -> ((ResponsesReleased) each.event()).round())
                        .forEach(heard::add)));
    }

    private static LogReader reader() {
        return LogReader.open(KAFKA);
    }

    private void put(String agency, long seq, String round) {
        put(agency, seq, "", round);
    }

    private void put(String agency, long seq, String id, String round) {
        var release = new ResponsesReleased(round, agency, "eit", "1", "small@1", List.of(), List.of());
        post.put(Topic.RESPONSES, agency, "ResponsesReleased", Long.toString(seq), id, EventJson.write(release));
    }
}
