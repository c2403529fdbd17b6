package org.prongsai.blind;

import java.util.Optional;

/**
 * What a respondent keeps between asking for a signature and having it.
 *
 * <p>It is whole in itself, so that a lost reply is asked for again with the very same {@code blinded}, after a restart
 * too. Nobody else may see it: {@code token} beside {@code blinded} says who answered what.
 *
 * @param token the prepared message, base64url; {@value Ticket#TOKEN_BYTES} bytes where {@link TicketClient} made it
 * @param blinded what the issuer is asked to sign, base64url, as long as the modulus
 * @param inverse r⁻¹ mod n, base64url, as long as the modulus
 */
public record Blinding(PublicJwk key, String token, String blinded, String inverse) {

    /**
     * The signed ticket, or nothing where these bytes are no signature of {@code blinded} by this key: the issuer signed
     * something else, and the same {@code blinded} may be sent again.
     *
     * @throws IllegalArgumentException this record was not made by {@link BlindRsa#blind}
     */
    public Optional<Ticket> finish(byte[] blindSignature) {
        return BlindRsa.unblind(key.key(), bytes(token), blindSignature, Octets.number(bytes(inverse)))
                .map(signature -> new Ticket(token, Base64Url.encode(signature)));
    }

    @Override
    public String toString() {
        return "Blinding[…]";
    }

    private static byte[] bytes(String text) {
        return Base64Url.decode(text).orElseThrow(() -> new IllegalArgumentException("not base64url"));
    }
}
