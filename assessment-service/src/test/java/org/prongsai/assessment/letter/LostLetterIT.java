package org.prongsai.assessment.letter;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.PickyMailServer;
import org.prongsai.assessment.ticket.Staff;
import org.prongsai.local.TestMailServer;
import org.slf4j.LoggerFactory;

/** Letters that do not arrive: counted, taken back with their codes, and never named in a log. */
class LostLetterIT {

    private final AssessmentWorld world = AssessmentWorld.get();
    private final TestMailServer post = world.post();

    @Test
    void what_no_server_takes_is_counted_its_code_is_withdrawn_and_the_address_may_be_invited_again() {
        var staff = Staff.of("imm-nobody", 2);
        var mail = new Correspondence(staff);
        var people = List.of("j@nobody.go.th", "k@nobody.go.th");
        var lines = listen();
        try (var picky = new PickyMailServer(post)) {
            assertThat(mail.draw(people, null).status()).isEqualTo(201);
            AssessmentWorld.eventually("both are given up", () -> mail.undelivered() == 2);
            assertThat(picky.refused()).isEqualTo(2);
        }
        assertThat(mail.draws().get(0).toString()).contains("\"voided\":2", "\"waiting\":0");
        assertThat(mail.rows()).isZero();
        assertThat(mail.draw(people, null).status()).isEqualTo(201);
        AssessmentWorld.eventually("both are sent", () -> mail.waiting() == 0);
        assertThat(post.mailsTo("j@nobody.go.th")).hasSize(1);
        assertThat(silence(lines))
                .noneMatch(line -> line.contains("nobody.go.th") || line.contains("imm-nobody"))
                .anyMatch(line -> line.startsWith("A letter was given up at attempt 1"));
    }

    @Test
    void who_withdraws_a_draw_takes_back_the_letters_that_wait() {
        var staff = Staff.of("imm-taken-back", 2);
        var mail = new Correspondence(staff);
        var people = List.of("l@back.go.th", "m@back.go.th");
        var job = world.context().getBean(LetterJob.class);
        try {
            post.close();
            mail.draw(people, null);
            AssessmentWorld.eventually("each was tried", () -> mail.tried() == 2);
            job.stop();
            var path =
                    staff.path() + "/draws/" + mail.draws().get(0).path("draw").asLong() + "/void";
            var voided = world.postJson(world.admin(), path, "{\"reason\":\"the wrong people\"}");
            assertThat(voided.json().path("voided").asInt()).isEqualTo(2);
            assertThat(mail.rows()).isZero();
        } finally {
            post.open();
            if (!job.isRunning()) job.start();
        }
        assertThat(mail.draw(List.of("m@back.go.th"), null).status()).isEqualTo(201);
        AssessmentWorld.eventually("the new one is sent", () -> mail.waiting() == 0);
        assertThat(post.mailsTo("l@back.go.th")).isEmpty();
        assertThat(post.mailsTo("m@back.go.th")).hasSize(1);
        assertThat(mail.draws().get(0).path("undelivered").asInt()).isZero();
    }

    @Test
    void at_the_end_of_the_window_a_letter_is_given_up() throws SQLException {
        var closes = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        var staff = Staff.of("imm-too-late", 2, Instant.now().minusSeconds(60), closes);
        var mail = new Correspondence(staff);
        try {
            post.close();
            assertThat(mail.draw(List.of("n@late.go.th"), null).status()).isEqualTo(201);
            AssessmentWorld.eventually("it was tried", () -> mail.tried() == 1);
            assertThat(mail.undelivered()).isZero();
            assertThat(mail.until()).isEqualTo(closes);
            mail.isTooLate();
            AssessmentWorld.eventually("it is given up", () -> mail.undelivered() == 1);
        } finally {
            post.open();
        }
        assertThat(mail.rows()).isZero();
        assertThat(post.mailsTo("n@late.go.th")).isEmpty();
    }

    private static ListAppender<ILoggingEvent> listen() {
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(lines);
        return lines;
    }

    /** What our own side said; the mail server of the tests names everybody. */
    private static List<String> silence(ListAppender<ILoggingEvent> lines) {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(lines);
        return lines.list.stream()
                .filter(line -> !line.getLoggerName().startsWith("com.icegreen"))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
