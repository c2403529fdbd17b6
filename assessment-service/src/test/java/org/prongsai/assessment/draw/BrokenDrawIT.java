package org.prongsai.assessment.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.agency.AgencyStore;
import org.prongsai.assessment.draw.DrawWriter.Issuing;
import org.prongsai.assessment.draw.DrawWriter.Order;
import org.prongsai.assessment.letter.LetterWriter;
import org.prongsai.assessment.population.PopulationStore;
import org.prongsai.assessment.round.RoundStore;
import org.prongsai.assessment.survey.SurveyReader;
import org.prongsai.assessment.ticket.CodeHash;
import org.prongsai.assessment.ticket.InvitationStore;
import org.prongsai.assessment.ticket.IssuingKeyStore;
import org.prongsai.assessment.ticket.Staff;
import org.prongsai.assessment.ticketkey.TicketKeyStore;
import org.prongsai.messaging.PostgresSettings;
import org.prongsai.web.Audit;
import org.prongsai.web.Caller;
import org.prongsai.web.Language;
import org.prongsai.web.Role;
import reactor.core.publisher.Mono;

/** Draws that end between the two databases, or do not begin: nobody holds an invitation that cannot be used, or was not told. */
class BrokenDrawIT {

    private static final String ONE = "{\"instrument\":\"iit\",\"channel\":\"sign-in\",\"people\":[\"somebody\"]}";

    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void a_key_that_people_were_invited_with_is_published_by_the_next_attempt_even_if_that_is_refused() {
        var staff = Staff.of("imm-unpublished", 3);
        assertThat(staff.draw(staff.coordinator(), ONE).status()).isEqualTo(201);
        lose("imm-unpublished");
        assertThat(staff.draw(staff.coordinator(), ONE).faults()).containsExactly("/people/0 already-invited");
        assertThat(staff.keyOf("iit").status()).isEqualTo(200);
    }

    @Test
    void whoever_dies_on_the_way_has_told_of_the_draw_and_published_its_key() {
        var staff = Staff.of("imm-broken-off", 3);
        assertThatThrownBy(() -> drawAndDie(staff)).hasMessage("died");
        assertThat(audits("imm-broken-off")).isOne();
        assertThat(staff.keyOf("iit").status()).isEqualTo(200);
        assertThat(draws("imm-broken-off")).isZero();
        assertThat(staff.codes(3)).hasSize(3);
    }

    @Test
    void a_draw_that_is_refused_is_not_told_of() {
        var staff = Staff.of("imm-refused", 1);
        assertThat(staff.draw(staff.coordinator(), ONE).status()).isEqualTo(201);
        assertThat(staff.draw(staff.coordinator(), ONE).status()).isEqualTo(422);
        assertThat(staff.draw(staff.coordinator(), "{\"instrument\":\"iit\",\"count\":1}")
                        .status())
                .isEqualTo(422);
        assertThat(audits("imm-refused")).isOne();
    }

    @Test
    void nothing_is_given_out_under_another_key_than_the_published_one() {
        var staff = Staff.of("imm-other-key", 3);
        world.database("assessment")
                .sql()
                .sql("insert into ticket_key (round, agency, instrument, n, e)"
                        + " values ('round-imm-other-key', 'imm-other-key', 'iit', 'another', 'AQAB')")
                .then()
                .block();
        assertThat(staff.draw(staff.coordinator(), ONE).status()).isEqualTo(500);
        assertThat(draws("imm-other-key")).isZero();
        assertThat(audits("imm-other-key")).isZero();
    }

    private void drawAndDie(Staff staff) {
        var agency = staff.office().agency();
        var survey = Objects.requireNonNull(bean(SurveyReader.class)
                .ofUnit(staff.office().round(), agency, "iit")
                .block());
        var unit = Objects.requireNonNull(bean(AgencyStore.class).find(agency).block());
        var audit = Audit.by(
                        new Caller("somebody", Set.of(Role.COORDINATOR), List.of(agency)), "draw-invitations", "it")
                .at(agency);
        var draw = new Draw("iit", Channel.SLIPS, 3, List.of(), Language.TH);
        dying().draw(survey, new Order(unit, draw, DrawnBy.UNIT, audit, null), Instant.now())
                .block();
    }

    private DrawWriter dying() {
        return new DrawWriter(
                world.database("assessment"),
                world.database("tickets"),
                bean(RoundStore.class),
                bean(PopulationStore.class),
                bean(TicketKeyStore.class),
                new Issuing(
                        bean(IssuingKeyStore.class),
                        bean(InvitationStore.class),
                        new DyingStore(),
                        bean(LetterWriter.class),
                        bean(CodeHash.class),
                        new SecureRandom()));
    }

    /** Dies when it has to write invitations down. */
    private final class DyingStore extends DrawStore {

        DyingStore() {
            super(world.database("tickets"), bean(LetterWriter.class));
        }

        @Override
        Mono<Long> insert(long key, Draw draw, DrawnBy drawnBy, Collection<String> hashes, LocalDate day) {
            return Mono.error(new IllegalStateException("died"));
        }
    }

    private <T> T bean(Class<T> type) {
        return world.context().getBean(type);
    }

    /** Takes back that the key of a unit was published, which the service itself may not. */
    private void lose(String agency) {
        var settings = bean(PostgresSettings.class);
        var login = Objects.requireNonNull(settings.database().get("assessment"));
        var address = "jdbc:postgresql://" + settings.postgres() + "/assessment";
        try (var owner = DriverManager.getConnection(address, "assessment_owner", login.ownerPassword());
                var sql = owner.prepareStatement("delete from ticket_key where agency = ?")) {
            sql.setString(1, agency);
            assertThat(sql.executeUpdate()).isOne();
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private long audits(String agency) {
        return world.one(
                "assessment",
                Long.class,
                "select count(*) from audit where action = 'draw-invitations' and agency = '" + agency + "'");
    }

    private long draws(String agency) {
        return world.one(
                "tickets",
                Long.class,
                "select count(*) from draw join issuing_key using (key) where agency = '" + agency + "'");
    }
}
