package org.prongsai.blind;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;

/** Makes tokens as a respondent's browser does, for programs that answer. */
public final class TicketClient {
    private static final int NONCE_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /**
     * A new token, blinded for this issuer.
     *
     * @throws IllegalArgumentException the key has a {@link PublicJwk#fault}
     */
    public Blinding begin(RSAPublicKey key) {
        byte[] token = BlindRsa.prepare(bytes(BlindRsa.PREFIX_BYTES), bytes(NONCE_BYTES));
        return BlindRsa.blind(key, token, bytes(BlindRsa.SALT_BYTES), below(key.getModulus()))
                .orElseGet(() -> begin(key));
    }

    /** 32 random bytes, base64url: the token of an answer that needs no invitation. */
    public String openToken() {
        return Base64Url.encode(bytes(NONCE_BYTES));
    }

    /** Uniform in [1, n): whatever falls outside is drawn again, since reducing it would favour small numbers. */
    private BigInteger below(BigInteger n) {
        var r = BigInteger.ZERO;
        while (r.signum() == 0 || r.compareTo(n) >= 0) r = new BigInteger(n.bitLength(), random);
        return r;
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
