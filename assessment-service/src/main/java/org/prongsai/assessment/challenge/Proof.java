package org.prongsai.assessment.challenge;

import java.time.Instant;
import java.util.List;

/**
 * What a respondent sent as the solution of a puzzle.
 *
 * @param challenge SHA-256 of the salt and its number, in hex; of a genuine puzzle each is there once
 * @param expires when the puzzle was over, or will be
 * @param reasons why it is worth nothing here and now
 */
record Proof(String challenge, Instant expires, List<String> reasons) {

    static Proof refused(String reason) {
        return new Proof("", Instant.EPOCH, List.of(reason));
    }

    boolean good() {
        return reasons.isEmpty();
    }
}
