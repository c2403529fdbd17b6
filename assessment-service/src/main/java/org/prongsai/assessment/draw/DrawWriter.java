package org.prongsai.assessment.draw;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.prongsai.web.Etag;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives out invitations, never more than people are registered. Those are in one database and the invitations in another,
 * so the registered number is held while they are counted and added, and what others must know of a draw is there before it.
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

    /**
     * What is to be drawn for a unit, by whom, and what is written down of it.
     *
     * @param ifMatch the tag of what was drawn as the caller saw it; null for whoever draws in any case
     */
    record Order(
            Agency agency,
            Draw draw,
            DrawnBy drawnBy,
            Audit audit,
            @Nullable String ifMatch) {}

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
     * @param tag of what was drawn for the unit by now
     */
    public record Drawn(TicketKey key, List<InvitationCode> codes, int invited, Etag tag) {

        @Override
        public String toString() {
            return "Drawn[…]";
        }
    }

    /** The invitations of a draw, and the hashes that are kept of their codes or people. */
    private record Lot(List<InvitationCode> codes, List<String> hashes) {

        @Override
        public String toString() {
            return "Lot[…]";
        }
    }

    /** What was told of a draw before it is made, or what keeps it from being made. */
    private record Told(IssuingKey key, Optional<Problem> refusal) {}

    /** Empty when the round is no more the one that the survey is of: nothing was given out. */
    Mono<Drawn> draw(Survey survey, Order order, Instant now) {
        var lot = lot(order.draw());
        return held(survey, order, people -> tell(survey, order, lot, people))
                .flatMap(told -> refuse(told.refusal()).thenReturn(told.key()))
                .flatMap(key -> held(survey, order, people -> give(survey, key, order, lot, people, now)));
    }

    /** Does something while the registered number of people, and the round, stay as they are. */
    private <T> Mono<T> held(Survey survey, Order order, IntFunction<Mono<T>> work) {
        return rounds.whileIs(
                survey.of(),
                populations
                        .hold(survey.round(), order.agency().agency())
                        .switchIfEmpty(Mono.error(() -> notRegistered().refusal()))
                        .flatMap(population ->
                                work.apply(population.people(order.draw().instrument()))));
    }

    /**
     * Told before it is done, by a commit of its own: whoever dies on the way leaves no invitation without its key and its
     * audit row. The key is told even of a draw that is refused, because the invitations of an earlier one may wait for it.
     */
    private Mono<Told> tell(Survey survey, Order order, Lot lot, int people) {
        return issuing.keys()
                .make(survey.round(), order.agency().agency(), order.draw().instrument())
                .delayUntil(this::publish)
                .flatMap(key -> refusal(key, order, lot, people).map(refusal -> new Told(key, refusal)))
                .delayUntil(told ->
                        told.refusal().isEmpty() ? AuditWriter.write(assessment.sql(), order.audit()) : Mono.empty());
    }

    private Mono<Drawn> give(Survey survey, IssuingKey key, Order order, Lot lot, int people, Instant now) {
        var draw = order.draw();
        var day = now.atZone(Dates.BANGKOK).toLocalDate();
        var draws = issuing.draws();
        var work = draws.lock(key.round(), key.agency())
                .then(Mono.defer(() -> refusal(key, order, lot, people)))
                .flatMap(DrawWriter::refuse)
                .then(Mono.defer(() -> draws.insert(key.key(), draw, order.drawnBy(), lot.hashes(), day)))
                .flatMap(number -> mail(mailing(number, survey, key, order, lot.codes()), now))
                .then(Mono.defer(() -> draws.last(key.round(), key.agency())));
        return tickets.inTransaction(work)
                .map(last -> new Drawn(
                        ticketKey(key),
                        draw.channel().shown() ? lot.codes() : List.of(),
                        lot.hashes().size(),
                        last.tag()));
    }

    private Lot lot(Draw draw) {
        var codes = Stream.generate(() -> InvitationCode.draw(issuing.random()))
                .limit(draw.channel().coded() ? draw.size() : 0)
                .toList();
        var hashes = draw.channel().coded()
                ? codes.stream().map(issuing.hash()::of).toList()
                : draw.people().stream().map(issuing.hash()::ofPerson).toList();
        return new Lot(codes, hashes);
    }

    /** Whoever saw less than what was drawn by now learns that first: the rest may be because of it. */
    private Mono<Optional<Problem>> refusal(IssuingKey key, Order order, Lot lot, int people) {
        return issuing.draws().last(key.round(), key.agency()).flatMap(last -> last.refuse(order.ifMatch())
                .map(stale -> Mono.just(Optional.of(stale)))
                .orElseGet(() -> faults(key, order.draw(), lot, people).map(DrawWriter::problem)));
    }

    /** Everything of the first kind of fault that there is. */
    private Mono<List<Fault>> faults(IssuingKey key, Draw draw, Lot lot, int people) {
        return Flux.concat(beyond(key, draw, people), invitedBefore(key, lot), sentBefore(key, draw))
                .filter(faults -> !faults.isEmpty())
                .next()
                .defaultIfEmpty(List.of());
    }

    private Mono<List<Fault>> beyond(IssuingKey key, Draw draw, int people) {
        return issuing.invitations()
                .invited(key.round(), key.agency())
                .map(out -> draw.beyond(people, out.getOrDefault(key.instrument(), 0)));
    }

    private Mono<List<Fault>> invitedBefore(IssuingKey key, Lot lot) {
        var hashes = lot.hashes();
        return issuing.draws().known(key.key(), hashes).map(known -> IntStream.range(0, hashes.size())
                .filter(i -> known.contains(hashes.get(i)))
                .mapToObj(DrawWriter::invitedBefore)
                .toList());
    }

    private Mono<List<Fault>> sentBefore(IssuingKey key, Draw draw) {
        return draw.channel() == Channel.MESSAGE
                ? issuing.letters()
                        .sentBefore(key.round(), key.instrument(), draw.people())
                        .map(DrawWriter::invitedBefore)
                : Mono.empty();
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
                : issuing.letters().write(mailing, now).flatMap(before -> refuse(problem(invitedBefore(before))));
    }

    /** The key on the slips must be the one that everybody is shown: a key that was lost is not replaced unseen. */
    private Mono<Void> publish(IssuingKey key) {
        return published
                .publish(ticketKey(key))
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

    private static List<Fault> invitedBefore(List<Integer> places) {
        return places.stream().map(DrawWriter::invitedBefore).toList();
    }

    private static Fault invitedBefore(int place) {
        return new Fault("/people/" + place, "already-invited", "somebody who was not invited before", null);
    }

    private static Optional<Problem> problem(List<Fault> faults) {
        return faults.isEmpty() ? Optional.empty() : Optional.of(Problem.of(ProblemType.INVALID_DRAW, faults));
    }

    private static Mono<Void> refuse(Optional<Problem> refusal) {
        return Mono.justOrEmpty(refusal).flatMap(problem -> Mono.error(problem.refusal()));
    }
}
