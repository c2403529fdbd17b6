package org.prongsai.blind;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An issuer's public key as a JSON Web Key (RFC 7517; RFC 7518, section 6.3.1).
 *
 * @param kty {@code RSA}
 * @param n modulus, base64url
 * @param e public exponent, base64url
 * @param alg {@code PS384}, or null where nothing is said
 */
public record PublicJwk(
        String kty, String n, String e, @Nullable String alg) {
    private static final int LEAST_BITS = 2048;
    /** Longer numbers keep whoever has to reckon with a stranger's key busy, and nothing else. */
    private static final int MOST_BITS = 8192;
    /** Browsers take no longer exponents. */
    private static final int EXPONENT_BITS = 32;

    public static PublicJwk of(RSAPublicKey key) {
        return of(key.getModulus(), key.getPublicExponent());
    }

    static PublicJwk of(BigInteger modulus, BigInteger exponent) {
        return new PublicJwk("RSA", written(modulus), written(exponent), "PS384");
    }

    /**
     * Why this is no key for tickets: {@code not-rsa}, {@code other-alg}, {@code bad-modulus} (unreadable, even, or
     * longer than 8192 bits), {@code weak-modulus} (shorter than 2048 bits) or {@code bad-exponent} (unreadable, even,
     * below 3, or longer than 32 bits). Numbers with leading zeros are unreadable: they give one key two thumbprints.
     */
    public Optional<String> fault() {
        if (!kty.equals("RSA")) return Optional.of("not-rsa");
        if (alg != null && !alg.equals("PS384")) return Optional.of("other-alg");
        BigInteger modulus = number(n);
        if (!modulus.testBit(0) || modulus.bitLength() > MOST_BITS) return Optional.of("bad-modulus");
        if (modulus.bitLength() < LEAST_BITS) return Optional.of("weak-modulus");
        BigInteger exponent = number(e);
        boolean usable = exponent.testBit(0) && exponent.bitLength() >= 2 && exponent.bitLength() <= EXPONENT_BITS;
        return usable ? Optional.empty() : Optional.of("bad-exponent");
    }

    /**
     * The key for the JDK.
     *
     * @throws IllegalArgumentException the {@link #fault} there is
     */
    public RSAPublicKey key() {
        sound();
        try {
            var spec = new RSAPublicKeySpec(number(n), number(e));
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    /**
     * SHA-256 thumbprint (RFC 7638), base64url: 43 letters that a printed slip can carry.
     *
     * @throws IllegalArgumentException the {@link #fault} there is
     */
    public String thumbprint() {
        String canonical = "{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}".formatted(sound().e, n);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return Base64Url.encode(digest.digest(canonical.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    PublicJwk sound() {
        fault().ifPresent(fault -> {
            throw new IllegalArgumentException("no key for tickets: " + fault);
        });
        return this;
    }

    private static String written(BigInteger number) {
        return Base64Url.encode(Octets.of(number, (number.bitLength() + 7) / 8));
    }

    /** Zero, which nothing here accepts, where the text is not how the number is written. */
    private static BigInteger number(String text) {
        return Base64Url.decode(text)
                .map(Octets::number)
                .filter(number -> written(number).equals(text))
                .orElse(BigInteger.ZERO);
    }
}
