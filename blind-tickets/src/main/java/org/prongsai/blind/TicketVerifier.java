package org.prongsai.blind;

import java.security.interfaces.RSAPublicKey;

/**
 * Whether a ticket was signed by this issuer; safe for many threads, and never throws whatever it is sent.
 *
 * @param key the issuer's, without a {@link PublicJwk#fault}
 */
public record TicketVerifier(RSAPublicKey key) {

    /**
     * A verifier for the tickets of this key.
     *
     * @throws IllegalArgumentException the key has a fault
     */
    public TicketVerifier {
        PublicJwk.of(key).sound();
    }

    /**
     * Verification (RFC 9474, section 4.5).
     *
     * @param token 64 bytes; of any other length it is no token
     * @param signature as many bytes as the modulus has; of any other length it is no signature
     */
    public boolean verify(byte[] token, byte[] signature) {
        return token.length == Ticket.TOKEN_BYTES
                && signature.length == Octets.lengthOf(key)
                && BlindRsa.verify(key, token, signature);
    }

    /** The same for a ticket as it is sent; what is not canonical base64url is no ticket. */
    public boolean verify(Ticket ticket) {
        return Base64Url.decode(ticket.token())
                .flatMap(token -> Base64Url.decode(ticket.signature()).map(signature -> verify(token, signature)))
                .orElse(false);
    }
}
