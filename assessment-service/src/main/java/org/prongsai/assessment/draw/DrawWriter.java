package org.prongsai.assessment.draw;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.assessment.letter.LetterWriter;
import org.prongsai.assessment.letter.LetterWriter.Mailing;
import org.prongsai.assessment.population.PopulationStore;
import org.prongsai.assessment.round.RoundStore;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.assessment.ticket.CodeHash;
import org.prongsai.assessment.ticket.InvitationStore;
import org.prongsai.assessment.ticket.IssuingKeyStore;
import org.prongsai.assessment.ticket.IssuingKeyStore.IssuingKey;
import org.prongsai.assessment.ticketkey.TicketKey;
import org.prongsai.assessment.ticketkey.TicketKeyStore;
import org.prongsai.blind.InvitationCode;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.methodology.calendar.Dates;
import org.prongsai.web.Audit;
import org.prongsai.web.AuditWriter;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gives out invitations, never more than people are registered. Those are in one database and the invitations in another,
 * so the registered number is held while they are counted and added.
 */
@Component
public class DrawWriter {

    private final PostgresClient assessment;
    private final PostgresClient tickets;
    private final RoundStore rounds;
    private final PopulationStore populations;
    private final TicketKeyStore published;
    private final Issuing issuing;

    /** What of the issuer's a draw needs. */
    @Component
    record Issuing(
            IssuingKeyStore keys,
            InvitationStore invitations,
            DrawStore draws,
            LetterWriter letters,
            CodeHash hash,
            SecureRandom random) {}

    /** What is to be drawn for a unit, by whom, and what is written down of it. */
    record Order(Agency agency, Draw draw, DrawnBy drawnBy, Audit audit) {}

    DrawWriter(
            @Qualifier("assessment") PostgresClient assessment,
            @Qualifier("tickets") PostgresClient tickets,
            RoundStore rounds,
            PopulationStore populations,
            TicketKeyStore published,
            Issuing issuing) {
        this.assessment = assessment;
        this.tickets = tickets;
        this.rounds = rounds;
        this.populations = populations;
        this.published = published;
        this.issuing = issuing;
    }

    /**
     * What was drawn.
     *
     * @param codes in no order; only those that are for the caller's eyes
     */
    public record Drawn(TicketKey key, List<InvitationCode> codes, int invited) {

        @Override
        public String toString() {
            return "Drawn[…]";
        }
    }

    /** Empty when the round is no more the one that the survey is of: nothing was given out. */
    Mono<Drawn> draw(Survey survey, Order order, Instant now) {
        String agency = order.agency().agency();
        String instrument = order.draw().instrument();
        return rounds.whileIs(
                survey.of(),
                populations
                        .hold(survey.round(), agency)
                        .switchIfEmpty(Mono.error(() -> notRegistered().refusal()))
                        .flatMap(population -> issuing.keys()
                                .make(survey.round(), agency, instrument)
                                .flatMap(key -> draw(survey, key, order, population.people(instrument), now)))
                        .flatMap(drawn -> publish(drawn)
                                .then(AuditWriter.write(assessment.sql(), order.audit()))
                                .thenReturn(drawn)));
    }

    private Mono<Drawn> draw(Survey survey, IssuingKey key, Order order, int people, Instant now) {
        var draw = order.draw();
        var codes = codes(draw);
        var hashes = hashes(draw, codes);
        var day = now.atZone(Dates.BANGKOK).toLocalDate();
        var draws = issuing.draws();
        var work = draws.lock(key.key())
                .then(Mono.defer(() -> withinRegistered(key, draw, people)))
                .then(Mono.defer(() -> notInvited(key, hashes)))
                .then(Mono.defer(() -> draws.insert(key.key(), draw, order.drawnBy(), hashes, day)))
                .flatMap(number -> mail(mailing(number, survey, key, order, codes), now));
        return tickets.inTransaction(work)
                .thenReturn(new Drawn(ticketKey(key), draw.channel().shown() ? codes : List.of(), hashes.size()));
    }

    private List<InvitationCode> codes(Draw draw) {
        return Stream.generate(() -> InvitationCode.draw(issuing.random()))
                .limit(draw.channel().coded() ? draw.size() : 0)
                .toList();
    }

    private List<String> hashes(Draw draw, List<InvitationCode> codes) {
        return draw.channel().coded()
                ? codes.stream().map(issuing.hash()::of).toList()
                : draw.people().stream().map(issuing.hash()::ofPerson).toList();
    }

    private Mono<Void> withinRegistered(IssuingKey key, Draw draw, int people) {
        return issuing.invitations()
                .invited(key.round(), key.agency())
                .flatMap(out -> refuse(draw.beyond(people, out.getOrDefault(key.instrument(), 0))));
    }

    private Mono<Void> notInvited(IssuingKey key, List<String> hashes) {
        return issuing.draws()
                .known(key.key(), hashes)
                .flatMap(known -> refuse(IntStream.range(0, hashes.size())
                        .filter(i -> known.contains(hashes.get(i)))
                        .mapToObj(DrawWriter::invitedBefore)
                        .toList()));
    }

    /** Of nothing where codes do not go by mail. */
    private static Mailing mailing(
            long number, Survey survey, IssuingKey key, Order order, List<InvitationCode> codes) {
        var draw = order.draw();
        return new Mailing(
                number,
                survey,
                ticketKey(key),
                order.agency().name(),
                draw.language(),
                draw.people(),
                draw.channel() == Channel.MESSAGE ? codes : List.of());
    }

    /** Letters lie with the invitations or not at all. */
    private Mono<Void> mail(Mailing mailing, Instant now) {
        return mailing.codes().isEmpty()
                ? Mono.empty()
                : issuing.letters()
                        .write(mailing, now)
                        .flatMap(before -> refuse(
                                before.stream().map(DrawWriter::invitedBefore).toList()));
    }

    /** The key on the slips must be the one that everybody is shown: a key that was lost is not replaced unseen. */
    private Mono<Void> publish(Drawn drawn) {
        return published
                .publish(drawn.key())
                .flatMap(stands -> stands
                        ? Mono.<Void>empty()
                        : Mono.error(new IllegalStateException("the issuer's key is not the one that was published")));
    }

    private static TicketKey ticketKey(IssuingKey key) {
        return new TicketKey(
                key.round(), key.agency(), key.instrument(), key.signer().publicKey());
    }

    private static Problem notRegistered() {
        return Problem.of(ProblemType.NOT_READY)
                .with(List.of(new Fault(
                        "/population", "not-registered", "the number of people the unit has, registered first", null)));
    }

    private static Fault invitedBefore(int place) {
        return new Fault("/people/" + place, "already-invited", "somebody who was not invited before", null);
    }

    private static Mono<Void> refuse(List<Fault> faults) {
        return faults.isEmpty()
                ? Mono.empty()
                : Mono.error(Problem.of(ProblemType.INVALID_DRAW, faults).refusal());
    }
}
