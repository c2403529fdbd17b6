package org.prongsai.assessment.ticket;

import org.prongsai.assessment.report.HolderReader;
import org.prongsai.assessment.ticket.IssuingKeyStore.IssuingKey;
import org.prongsai.blind.InvitationCode;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says of a code whether it was redeemed, and calls its holder by another hash than the invitation's. */
@Component
class HolderStore implements HolderReader {

    private final IssuingKeyStore keys;
    private final InvitationStore invitations;
    private final CodeHash hash;

    HolderStore(IssuingKeyStore keys, InvitationStore invitations, CodeHash hash) {
        this.keys = keys;
        this.invitations = invitations;
        this.hash = hash;
    }

    @Override
    public Mono<String> redeemed(String round, String agency, String code) {
        if (!(InvitationCode.parse(code) instanceof InvitationCode known)) {
            return Mono.empty();
        }
        return keys.of(round, agency)
                .flatMap(found ->
                        invitations.find(found.stream().map(IssuingKey::key).toList(), hash.of(known)))
                .filter(invitation -> invitation.blindedHash() != null)
                .map(_ -> hash.ofReporter(known.text()));
    }

    @Override
    public String ofToken(String token) {
        return hash.ofReporter(token);
    }
}
