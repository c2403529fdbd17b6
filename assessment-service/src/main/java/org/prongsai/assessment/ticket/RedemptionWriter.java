package org.prongsai.assessment.ticket;

import java.util.List;
import org.prongsai.assessment.group.GroupWriter;
import org.prongsai.assessment.ticket.InvitationStore.Invitation;
import org.prongsai.assessment.ticket.IssuingKeyStore.IssuingKey;
import org.prongsai.assessment.ticket.Redemption.Asked;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers for which number an invitation was redeemed, before that number is signed. */
@Component
class RedemptionWriter {

    private final InvitationStore invitations;
    private final GroupWriter<String, Redeemed, Boolean> together;

    RedemptionWriter(InvitationStore invitations, GroupWriter<String, Redeemed, Boolean> together) {
        this.invitations = invitations;
        this.together = together;
    }

    /** The invitation that is asked for, under one of these keys. */
    Mono<Invitation> find(List<IssuingKey> keys, Asked asked) {
        return invitations.find(keys.stream().map(IssuingKey::key).toList(), asked.codeHash());
    }

    /** Whether the number is, now or since before, the one that may be signed for the invitation. */
    Mono<Boolean> redeem(IssuingKey key, Asked asked) {
        var redeemed = new Redeemed(key.key(), asked.codeHash(), asked.blindedHash());
        return together.write(redeemed).switchIfEmpty(Mono.defer(() -> invitations.holds(redeemed)));
    }
}
