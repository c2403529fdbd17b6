package org.prongsai.blind;

import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Optional;

/** Signs what it cannot read; safe for many threads. A key signs blinded tokens and nothing else (RFC 9474, section 6.2). */
public final class BlindSigner {
    private final RSAPrivateCrtKey key;

    /**
     * A signer that never shows its key.
     *
     * @throws IllegalArgumentException the key's public half has a {@link PublicJwk#fault}
     */
    public BlindSigner(RSAPrivateCrtKey key) {
        this.key = key;
        PublicJwk.of(key.getModulus(), key.getPublicExponent()).sound();
    }

    public PublicJwk publicKey() {
        return PublicJwk.of(key.getModulus(), key.getPublicExponent());
    }

    /**
     * Why {@link #sign} would refuse: {@code wrong-length} (not as many bytes as the modulus has) or
     * {@code out-of-range} (0, or not below the modulus).
     */
    public Optional<String> fault(byte[] blinded) {
        if (blinded.length != Octets.lengthOf(key)) return Optional.of("wrong-length");
        BigInteger number = Octets.number(blinded);
        boolean inRange = number.signum() > 0 && number.compareTo(key.getModulus()) < 0;
        return inRange ? Optional.empty() : Optional.of("out-of-range");
    }

    /**
     * BlindSign (RFC 9474, section 4.3): the same bytes give the same signature.
     *
     * @param blinded as many bytes as the modulus has, as a number in (0, n)
     * @return as many bytes again
     * @throws IllegalArgumentException there is a {@link #fault}
     */
    public byte[] sign(byte[] blinded) {
        fault(blinded).ifPresent(fault -> {
            throw new IllegalArgumentException("not a blinded token: " + fault);
        });
        return BlindRsa.blindSign(key, blinded);
    }
}
