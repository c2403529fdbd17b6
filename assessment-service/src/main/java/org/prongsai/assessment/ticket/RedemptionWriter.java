package org.prongsai.assessment.ticket;

import java.util.List;
import java.util.Set;
import org.prongsai.assessment.group.GroupWriter;
import org.prongsai.assessment.ticket.IssuingKeyStore.IssuingKey;
import org.prongsai.assessment.ticket.Redemption.Asked;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers for which number an invitation was redeemed, before that number is signed. */
@Component
class RedemptionWriter {

    private final GroupWriter<String, Claim, Claimed> together;

    RedemptionWriter(GroupWriter<String, Claim, Claimed> together) {
        this.together = together;
    }

    /**
     * Redeems what may be redeemed; empty where there is no such invitation.
     *
     * @param open those of the keys that would sign this number now
     */
    Mono<Claimed> claim(List<IssuingKey> keys, Set<Long> open, Asked asked) {
        var numbers = keys.stream().map(IssuingKey::key).toList();
        return together.write(new Claim(asked.codeHash(), asked.blindedHash(), numbers, open));
    }
}
