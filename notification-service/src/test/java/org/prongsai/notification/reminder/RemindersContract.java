package org.prongsai.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prongsai.notification.Samples.duty;
import static org.prongsai.notification.Samples.person;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.RoundOpened;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.notification.NotificationWorld;
import org.prongsai.notification.Samples;

/** What must hold for reminders on any Postgres and Kafka. */
abstract class RemindersContract {
    final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    abstract NotificationWorld world();

    /** A unit, its coordinator and a round whose disclosure step ends in five days: the 7th day before is over. */
    record Case(String slug, RoundState round) {
        String mail() {
            return slug + "@example.org";
        }
    }

    Case begin() {
        var slug = "unit-" + UUID.randomUUID();
        var round = round(slug, Duration.ofDays(5));
        world().tell(Samples.unit(slug));
        world().tell(person(slug, "th", duty("coordinator", slug)));
        world().tell(new RoundOpened(round));
        return new Case(slug, round);
    }

    RoundState round(String slug, Duration left) {
        var window = Samples.window("oit", now.minus(Duration.ofDays(20)), now.plus(left));
        var unit = Samples.round("round-" + slug, List.of(window), List.of());
        return new RoundState(
                unit.round(),
                unit.title(),
                unit.framework(),
                new org.prongsai.contracts.assessment.Participants(slug, List.of()),
                unit.k(),
                unit.release(),
                unit.synthetic(),
                unit.windows(),
                unit.overrides());
    }

    /** Once this one is told, everything known before it was looked at too. */
    void untilAnotherIsTold() {
        var another = begin();
        awaitMails(another, 1);
    }

    List<MimeMessage> awaitMails(Case of, int count) {
        await().untilAsserted(() -> assertThat(world().post.mailsTo(of.mail())).hasSize(count));
        return world().post.mailsTo(of.mail());
    }

    @Test
    void a_deadline_becomes_one_mail_to_the_coordinator() throws Exception {
        var it = begin();
        var mail = awaitMails(it, 1).getFirst();
        assertThat(mail.getSubject())
                .startsWith("[ข้อมูลสมมติ] เหลือเวลาอีก ")
                .contains("แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)");
        assertThat(mail.getContent().toString())
                .contains("เรียน สมหมาย ตัวอย่าง")
                .contains("รอบสาธิต");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        await().untilAsserted(() -> assertThat(world().told(it.round().round())).hasSize(1));
        var told = world().told(it.round().round()).getFirst();
        assertThat(told.agency()).isEqualTo(it.slug());
        assertThat(told.kind()).isEqualTo("deadline-reminder");
        assertThat(mail.getMessageID()).isEqualTo("<" + told.message() + "@prongsai>");
        assertThat(world().rows("select action from audit where subject = 'messages/" + told.message() + "'"))
                .containsExactly("send-message");
        untilAnotherIsTold();
        awaitMails(it, 1);
    }
}
