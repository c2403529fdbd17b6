package org.prongsai.assessment.ticket;

import java.util.List;
import java.util.Set;

/**
 * Somebody wants a number signed for an invitation, under whichever of the unit's keys it is.
 *
 * @param codeHash of its code, in hex
 * @param blindedHash of the number, in hex
 * @param keys of the unit
 * @param open those that would sign this number now
 */
record Claim(String codeHash, String blindedHash, List<Long> keys, Set<Long> open) {

    @Override
    public String toString() {
        return "Claim[…]";
    }
}
