package org.prongsai.assessment.ticketkey;

import org.prongsai.blind.PublicJwk;

/**
 * The public half of the key that signs the tickets of one unit and instrument in a round.
 *
 * @param sha256 RFC 7638 thumbprint of the key, base64url: the same on every slip of the unit, so that nobody can be given
 *     a key of their own
 */
public record TicketKey(String round, String agency, String instrument, String variant, PublicJwk jwk, String sha256) {

    private static final String VARIANT = "RSABSSA-SHA384-PSS-Randomized";

    public TicketKey(String round, String agency, String instrument, PublicJwk jwk) {
        this(round, agency, instrument, VARIANT, jwk, jwk.thumbprint());
    }
}
