package org.prongsai.assessment.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.proof.DatabaseFiles;
import org.prongsai.assessment.seal.Seal;
import org.prongsai.assessment.ticket.Staff;
import org.prongsai.local.TestMailServer;
import org.prongsai.messaging.PostgresClient;
import reactor.core.publisher.Mono;

/** Codes that go straight to people: each once, sealed until then, shown to nobody else. */
class LetterIT {

    private final AssessmentWorld world = AssessmentWorld.get();
    private final TestMailServer post = world.post();

    @Test
    void each_address_gets_a_code_of_its_own_that_who_draws_never_sees() throws Exception {
        var staff = Staff.of("imm-letters", 5);
        var mail = new Correspondence(staff);
        var people = List.of("a@letters.go.th", "B@letters.go.th", "c@letters.go.th");
        var drawn = mail.draw(people, "en");
        assertThat(drawn.status()).as(drawn.body()).isEqualTo(201);
        assertThat(drawn.json().path("invited").asInt()).isEqualTo(3);
        assertThat(drawn.json().has("codes")).isFalse();
        assertThat(drawn.body()).doesNotContainPattern(Correspondence.CODE);
        AssessmentWorld.eventually("all are sent", () -> mail.waiting() == 0);
        for (var person : people) {
            assertThat(post.mailsTo(person)).hasSize(1);
        }
        var letter = post.mailsTo("a@letters.go.th").getFirst();
        assertThat(letter.getSubject()).contains("Unit imm-letters");
        assertThat(Correspondence.text(letter))
                .contains(staff.keyOf("iit").json().path("sha256").asString());
        var ticket = staff.ticket(Correspondence.code(letter));
        assertThat(staff.answer(ticket, 1).status()).isEqualTo(201);
        assertThat(people.stream()
                        .map(person -> Correspondence.code(post.mailsTo(person).getFirst())))
                .doesNotHaveDuplicates();
        assertThat(mail.draws().get(0).toString())
                .contains("\"channel\":\"message\"", "\"count\":3", "\"waiting\":0", "\"undelivered\":0");
        assertThat(mail.rows()).isZero();
    }

    @Test
    void while_the_mail_server_is_away_letters_lie_sealed_and_then_each_is_sent_once() throws Exception {
        var staff = Staff.of("imm-away", 5);
        var mail = new Correspondence(staff);
        var people = List.of("d@away.go.th", "e@away.go.th", "f@away.go.th");
        var job = world.context().getBean(LetterJob.class);
        Map<String, byte[]> sealed;
        try {
            post.close();
            assertThat(mail.draw(people, "th").status()).isEqualTo(201);
            AssessmentWorld.eventually("each was tried", () -> mail.tried() == 3);
            assertThat(mail.draws().get(0).path("waiting").asInt()).isEqualTo(3);
            var kept = world.one("tickets", String.class, """
                            select string_agg(l::text || w::text, ' ') from letter l join wording w using (draw)
                            join draw using (draw) join issuing_key using (key) where agency = 'imm-away'
                            """)
                    + world.one("tickets", String.class, "select string_agg(a::text, ' ') from addressee a");
            assertThat(kept)
                    .contains(LetterText.CODE)
                    .doesNotContain("away.go.th", HexFormat.of().formatHex("d@away".getBytes()))
                    .doesNotContainPattern(Correspondence.CODE);
            sealed = mail.sealed();
            assertThat(DatabaseFiles.of("tickets").find(sealed)).isNotEmpty();
            job.stop();
        } finally {
            post.open();
        }
        assertThat(mail.rows()).isEqualTo(3);
        job.start();
        AssessmentWorld.eventually("all are sent", () -> mail.rows() == 0);
        for (var person : people) {
            assertThat(post.mailsTo(person)).hasSize(1);
        }
        assertThat(Correspondence.text(post.mailsTo("d@away.go.th").getFirst())).contains("รหัสของท่าน");
        job.rewrite();
        assertThat(DatabaseFiles.of("tickets").find(sealed)).isEmpty();
    }

    @Test
    void an_address_is_invited_once_in_a_round_and_every_fault_is_said() {
        var staff = Staff.of("imm-twice", 9);
        var mail = new Correspondence(staff);
        assertThat(mail.draw(List.of("g@twice.go.th"), null).status()).isEqualTo(201);
        assertThat(mail.draw(List.of("h@twice.go.th", "G@Twice.go.th"), null).faults())
                .containsExactly("/people/1 already-invited");
        assertThat(mail.draw(List.of("i@twice.go.th", "nobody", "I@twice.go.th"), "fr")
                        .faults())
                .containsExactly("/people/1 wrong-value", "/people/2 duplicate-person", "/language unknown-language");
        assertThat(staff.draw(staff.coordinator(), "{\"instrument\":\"iit\",\"count\":1,\"language\":\"th\"}")
                        .faults())
                .containsExactly("/language only-for-messages");
        assertThat(staff.draw(staff.coordinator(), "{\"instrument\":\"iit\",\"channel\":\"message\",\"count\":2}")
                        .faults())
                .containsExactly("/count not-for-people", "/people out-of-range");
        assertThat(staff.draw(staff.coordinator(), "{\"instrument\":\"iit\",\"channel\":\"visits\",\"count\":2}")
                        .faults())
                .containsExactly("/channel unknown-channel");
        AssessmentWorld.eventually("it is sent", () -> mail.waiting() == 0);
        assertThat(post.mailsTo("h@twice.go.th")).isEmpty();
        assertThat(mail.draw(List.of("h@twice.go.th"), null).status()).isEqualTo(201);
    }

    @Test
    void a_letter_whose_sender_died_is_sent_again_under_the_same_id() throws Exception {
        var staff = Staff.of("imm-died", 2);
        var mail = new Correspondence(staff);
        var job = world.context().getBean(LetterJob.class);
        job.stop();
        try {
            mail.draw(List.of("o@died.go.th"), null);
            var dying = job(new ForgetfulStore());
            AssessmentWorld.eventually("it is sent and not forgotten", () -> {
                try {
                    dying.send();
                } catch (IllegalStateException died) {
                    return true;
                }
                return false;
            });
            assertThat(mail.rows()).isEqualTo(1);
        } finally {
            job.start();
        }
        AssessmentWorld.eventually("it is sent again", () -> mail.rows() == 0);
        var letters = post.mailsTo("o@died.go.th");
        assertThat(letters).hasSize(2);
        assertThat(letters.getFirst().getMessageID())
                .isEqualTo(letters.getLast().getMessageID());
        assertThat(Correspondence.code(letters.getFirst())).isEqualTo(Correspondence.code(letters.getLast()));
    }

    /** Dies before it has written down that a letter was sent. */
    private final class ForgetfulStore extends LetterStore {

        ForgetfulStore() {
            super(
                    world.context().getBean("tickets", PostgresClient.class),
                    world.context().getBean(Seal.class),
                    new SecureRandom());
        }

        @Override
        Mono<Boolean> delete(Letter letter) {
            return Mono.error(new IllegalStateException("died"));
        }
    }

    /** With a lease that ends at once. */
    private LetterJob job(LetterStore store) {
        var mail = world.context().getBean(MailClient.class);
        var ms = Duration.ofMillis(1);
        var settings = new LetterSettings("a@b", ms, ms, ms, Duration.ofDays(1), Duration.ZERO);
        var writer = world.context().getBean(LetterWriter.class);
        return new LetterJob(store, writer, mail, settings, Clock.systemUTC(), new SimpleMeterRegistry());
    }
}
