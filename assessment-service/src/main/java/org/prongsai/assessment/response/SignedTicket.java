package org.prongsai.assessment.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.blind.Base64Url;
import org.prongsai.blind.TicketVerifier;
import org.prongsai.web.Fault;
import org.prongsai.web.ProblemType;

/**
 * What a respondent's ticket is worth: the token, or everything that is wrong with it.
 *
 * @param problem what a response is refused as because of these faults
 */
record SignedTicket(Optional<Token> token, List<Fault> faults, ProblemType problem) {

    /** Where nobody knows yet what would be asked for. */
    static final SignedTicket UNASKED = new SignedTicket(Optional.empty(), List.of(), ProblemType.INVALID_RESPONSE);

    /** Where anybody may answer: the token alone. */
    static SignedTicket open(Submission.@Nullable Ticket ticket) {
        var token = text(ticket == null ? null : ticket.token()).flatMap(Token::open);
        return new SignedTicket(token, faultsOf(token, Token.OPEN), ProblemType.INVALID_RESPONSE);
    }

    /** Where only the invited may answer: the token and the issuer's signature on it. */
    static SignedTicket of(Submission.@Nullable Ticket ticket, Optional<TicketVerifier> issuer) {
        var token = text(ticket == null ? null : ticket.token()).flatMap(Token::signed);
        var signature = text(ticket == null ? null : ticket.signature()).flatMap(Base64Url::decode);
        var faults = new ArrayList<>(faultsOf(token, Token.SIGNED));
        if (signature.isEmpty()) {
            faults.add(signatureFault(ticket == null || ticket.signature() == null ? "missing" : "not-base64url"));
        } else if (issuer.isEmpty()) {
            faults.add(signatureFault("no-ticket-key"));
        } else if (token.isPresent() && !issuer.get().verify(token.get().bytes(), signature.get())) {
            faults.add(signatureFault("not-signed"));
        }
        return new SignedTicket(
                token, faults, faults.isEmpty() ? ProblemType.INVALID_RESPONSE : ProblemType.TICKET_INVALID);
    }

    private static List<Fault> faultsOf(Optional<Token> token, int bytes) {
        return token.isPresent()
                ? List.of()
                : List.of(new Fault(
                        "/ticket/token", "invalid-token", bytes + " random bytes as base64url without padding", null));
    }

    private static Fault signatureFault(String reason) {
        return new Fault(
                "/ticket/signature",
                reason,
                "a signature, made for this token, by the ticket key of this round, unit and instrument",
                null);
    }

    private static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text);
    }
}
