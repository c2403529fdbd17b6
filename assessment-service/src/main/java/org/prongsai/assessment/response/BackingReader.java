package org.prongsai.assessment.response;

import java.time.Instant;
import java.util.Optional;
import org.prongsai.assessment.Unit;
import org.prongsai.assessment.challenge.PassageReader;
import org.prongsai.assessment.challenge.Voucher;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.assessment.ticketkey.TicketKeyStore;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds what an answer can lean on: a ticket where only the invited may answer, a passage where everybody may. */
@Component
class BackingReader {

    private final TicketKeyStore keys;
    private final PassageReader passages;

    BackingReader(TicketKeyStore keys, PassageReader passages) {
        this.keys = keys;
        this.passages = passages;
    }

    Mono<Backing> find(Survey survey, String agency, Submission submission, Instant now) {
        if (Intake.asksTicket(survey, submission)) {
            return keys.verifier(survey.round(), agency, survey.instrument())
                    .singleOptional()
                    .map(issuer -> new Backing(issuer, Backing.NONE.passage()));
        }
        return Intake.asksPassage(survey, submission, now)
                ? passages.find(
                                new Unit(survey.round(), agency),
                                survey.instrument(),
                                new Voucher(submission.proof(), submission.counterCode()),
                                token(submission),
                                now)
                        .map(passage -> new Backing(Optional.empty(), passage))
                : Mono.just(Backing.NONE);
    }

    private static Optional<byte[]> token(Submission submission) {
        return Optional.ofNullable(submission.ticket())
                .map(Submission.Ticket::token)
                .flatMap(Token::open)
                .map(Token::bytes);
    }
}
