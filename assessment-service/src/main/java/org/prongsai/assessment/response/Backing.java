package org.prongsai.assessment.response;

import java.util.Optional;
import org.prongsai.assessment.challenge.Passage;
import org.prongsai.blind.TicketVerifier;

/**
 * What an answer can lean on.
 *
 * @param issuer who signs the tickets of its part; empty where it needs none, and before the unit's first draw
 * @param passage how it comes into an open part; free for all others
 */
record Backing(Optional<TicketVerifier> issuer, Passage passage) {

    static final Backing NONE = new Backing(Optional.empty(), Passage.FREE);
}
