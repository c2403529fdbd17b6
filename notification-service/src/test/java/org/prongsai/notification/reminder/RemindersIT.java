package org.prongsai.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.prongsai.notification.Samples.duty;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.PersonChanged;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.contracts.assessment.WindowExtended;
import org.prongsai.notification.AbsentMailServer;
import org.prongsai.notification.NotificationWorld;
import org.prongsai.notification.SlowMailServer;

class RemindersIT extends RemindersContract {

    @Override
    NotificationWorld world() {
        return NotificationWorld.get();
    }

    @Test
    void a_restart_sends_no_second_mail() {
        var it = begin();
        awaitMails(it, 1);
        world().restart();
        untilAnotherIsTold();
        awaitMails(it, 1);
    }

    @Test
    void two_instances_send_each_mail_once() {
        try (var other = world().another()) {
            assertThat(other.isRunning()).isTrue();
            var all = IntStream.range(0, 30).mapToObj(i -> begin()).toList();
            all.forEach(it -> awaitMails(it, 1));
            untilAnotherIsTold();
            all.forEach(it -> awaitMails(it, 1));
        }
    }

    @Test
    void a_mail_server_that_is_away_delays_the_mail() {
        Case it;
        try (var _ = new AbsentMailServer(world().post)) {
            it = begin();
            await().untilAsserted(() -> {
                var message = message(it);
                assertThat(message.path("state").asString()).isEqualTo("pending");
                assertThat(message.path("attempts").asInt()).isGreaterThan(1);
                assertThat(message.path("reason").asString()).contains("Connection refused");
            });
        }
        awaitMails(it, 1);
        await().untilAsserted(
                        () -> assertThat(message(it).path("state").asString()).isEqualTo("sent"));
    }

    @Test
    void a_mail_server_that_says_nothing_delays_the_mail() {
        Case it;
        try (var slow = new SlowMailServer(world().post);
                var _ = world().impatience()) {
            it = begin();
            await().untilAsserted(() ->
                    assertThat(message(it).path("reason").asString()).contains("Read timed out"));
            assertThat(slow.callers()).isPositive();
        }
        awaitMails(it, 1);
    }

    @Test
    void a_window_that_moves_is_told_with_its_new_end() throws Exception {
        var it = begin();
        var before = awaitMails(it, 1).getFirst();
        var later = round(it.slug(), Duration.ofDays(12));
        var left = daysLeft(later);
        world().tell(new WindowExtended(later, List.of()));
        var after = awaitMails(it, 2).getLast();
        assertThat(after.getSubject()).isNotEqualTo(before.getSubject()).containsAnyOf(left, daysLeft(later));
        untilAnotherIsTold();
        awaitMails(it, 2);
    }

    /** One less from the next midnight on. */
    private static String daysLeft(RoundState round) {
        var bangkok = ZoneId.of("Asia/Bangkok");
        var lastDay = LocalDate.ofInstant(round.windows().getFirst().to().minusNanos(1), bangkok);
        return " %d วัน".formatted(ChronoUnit.DAYS.between(LocalDate.now(bangkok), lastDay));
    }

    @Test
    void an_address_that_is_none_fails_for_good_and_is_said() {
        var it = begin();
        awaitMails(it, 1);
        var wrong = it.slug() + "-wrong";
        world().tell(new PersonChanged(
                wrong, Map.of("en", "W"), "no address", "en", List.of(duty("coordinator", it.slug()))));
        await().untilAsserted(() -> assertThat(list(it, "&state=failed")).contains("AddressException"));
        assertThat(world().rows("select count(*) from audit where action = 'give-message-up' and agency = '" + it.slug()
                        + "'"))
                .containsExactly("1");
    }

    @Test
    void a_message_whose_sender_died_is_sent_again_under_the_same_id() throws Exception {
        var it = begin();
        awaitMails(it, 1);
        await().untilAsserted(
                        () -> assertThat(message(it).path("state").asString()).isEqualTo("sent"));
        world().rows("update message set state = 'pending', next_attempt = now() where agency = '" + it.slug()
                + "' returning message");
        var mails = awaitMails(it, 2);
        assertThat(mails.getFirst().getMessageID()).isEqualTo(mails.getLast().getMessageID());
    }

    private tools.jackson.databind.JsonNode message(Case it) {
        return world().send("GET", "/messages?agency=" + it.slug(), "admin")
                .json()
                .at("/items/0");
    }

    private String list(Case it, String more) {
        return world().send("GET", "/messages?round=" + it.round().round() + more, "auditor")
                .body();
    }

    @Test
    void the_ledger_is_listed_without_addresses_in_pages() {
        var it = begin();
        awaitMails(it, 1);
        await().untilAsserted(() -> assertThat(list(it, "&state=sent")).contains("\"to\":\"u***@example.org\""));
        assertThat(list(it, "")).doesNotContain(it.mail());
        assertThat(list(it, "&state=pending")).isEqualTo("{\"items\":[],\"next\":null}");
        untilAnotherIsTold();
        var first = world().send("GET", "/messages?limit=1", "admin").json();
        var second = world().send(
                        "GET", "/messages?limit=1&cursor=" + first.path("next").asString(), "admin")
                .json();
        assertThat(second.at("/items/0/number").asLong())
                .isLessThan(first.at("/items/0/number").asLong());
        var unknown = world().send("GET", "/messages?state=lost", "admin");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().at("/errors/0/expected").toString()).contains("pending");
    }

    @Test
    void the_runtime_role_can_take_nothing_away() {
        for (var table : List.of("message", "reminder", "audit"))
            assertThatThrownBy(() -> world().rows("delete from " + table + " returning 1"))
                    .hasMessageContaining("permission denied");
    }
}
