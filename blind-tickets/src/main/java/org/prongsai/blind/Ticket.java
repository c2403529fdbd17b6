package org.prongsai.blind;

/**
 * The right to answer once: a token that its holder made, and the issuer's signature on it.
 *
 * @param token 32 bytes prefix ‖ 32 bytes nonce, base64url
 * @param signature as long as the issuer's modulus, base64url
 */
public record Ticket(String token, String signature) {
    public static final int TOKEN_BYTES = 64;

    @Override
    public String toString() {
        return "Ticket[…]";
    }
}
