package org.prongsai.assessment.letter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.prongsai.assessment.letter.Letter.Enclosed;
import org.prongsai.assessment.letter.LetterText.Notice;
import org.prongsai.assessment.report.ComplaintSettings;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.assessment.ticket.CodeHash;
import org.prongsai.assessment.ticket.InvitationStore;
import org.prongsai.assessment.ticketkey.TicketKey;
import org.prongsai.blind.InvitationCode;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.web.Language;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Puts letters on their way in the transaction of their draw, and takes back those that do not arrive: the code of such a
 * letter is withdrawn, and its address may be invited again. Nothing of it goes through Kafka, where it would stay.
 */
@Component
public class LetterWriter {

    private final PostgresClient tickets;
    private final LetterStore letters;
    private final InvitationStore invitations;
    private final CodeHash hash;
    private final LetterSettings settings;
    private final ComplaintSettings complaints;

    LetterWriter(
            @Qualifier("tickets") PostgresClient tickets,
            LetterStore letters,
            InvitationStore invitations,
            CodeHash hash,
            LetterSettings settings,
            ComplaintSettings complaints) {
        this.tickets = tickets;
        this.letters = letters;
        this.invitations = invitations;
        this.hash = hash;
        this.settings = settings;
        this.complaints = complaints;
    }

    /**
     * A draw whose codes are sent.
     *
     * @param agency the unit's names
     * @param codes as many as addresses
     */
    public record Mailing(
            long draw,
            Survey survey,
            TicketKey key,
            Map<String, String> agency,
            Language language,
            List<String> addresses,
            List<InvitationCode> codes) {

        @Override
        public String toString() {
            return "Mailing[…]";
        }
    }

    /** Which of these addresses, by their places, were sent a code in this round before. */
    public Mono<List<Integer>> sentBefore(String round, String instrument, List<String> addresses) {
        var hashes = addresses.stream().map(this::hash).toList();
        return letters.addressed(round, instrument, hashes).map(known -> places(hashes, known::contains));
    }

    /** Which addresses, by their places, were sent a code in this round before; nothing is sent unless there are none. */
    public Mono<List<Integer>> write(Mailing mailing, Instant now) {
        var hashes = mailing.addresses().stream().map(this::hash).toList();
        return letters.address(mailing.key().round(), mailing.key().instrument(), hashes)
                .map(fresh -> places(hashes, hash -> !fresh.contains(hash)))
                .flatMap(before -> before.isEmpty() ? send(mailing, now).thenReturn(before) : Mono.just(before));
    }

    private static List<Integer> places(List<String> hashes, Predicate<String> which) {
        return IntStream.range(0, hashes.size())
                .filter(place -> which.test(hashes.get(place)))
                .boxed()
                .toList();
    }

    private Mono<Void> send(Mailing mailing, Instant now) {
        var notice =
                new Notice(mailing.survey(), mailing.agency(), mailing.key().sha256(), complaints.complaints());
        var enclosed = IntStream.range(0, mailing.codes().size())
                .mapToObj(i -> new Enclosed(
                        mailing.addresses().get(i), mailing.codes().get(i).text()))
                .toList();
        var until = settings.until(now, mailing.survey().window().to());
        return letters.insert(mailing.draw(), LetterText.of(notice, mailing.language()), enclosed, now, until);
    }

    /** Takes back what waits of a draw whose invitations are withdrawn, in the caller's transaction. */
    public Mono<Void> withdraw(long draw) {
        return letters.withdraw(draw).flatMap(enclosed -> release(draw, enclosed));
    }

    /** Gives a letter up: its code is withdrawn, and its draw counts it; nothing if somebody took it back meanwhile. */
    Mono<Void> giveUp(Letter letter) {
        return tickets.inTransaction(
                letters.delete(letter).filter(there -> there).flatMap(_ -> release(
                                letter.draw(), List.of(letter.enclosed()))
                        .then(Mono.defer(() -> letters.countUndelivered(letter.draw())))));
    }

    /** A code that was redeemed did arrive, and its holder is sent no other. */
    private Mono<Void> release(long draw, List<Enclosed> enclosed) {
        var codes = enclosed.stream().map(each -> hash.of(code(each))).toList();
        return invitations
                .withdraw(draw, codes)
                .flatMap(withdrawn -> letters.release(
                        draw,
                        IntStream.range(0, codes.size())
                                .filter(i -> withdrawn.contains(codes.get(i)))
                                .mapToObj(i -> hash(enclosed.get(i).to()))
                                .toList()));
    }

    private String hash(String address) {
        return hash.ofAddress(Address.mailbox(address));
    }

    private static InvitationCode code(Enclosed enclosed) {
        return new InvitationCode(enclosed.code());
    }
}
