package org.prongsai.blind;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import javax.crypto.Cipher;

/**
 * The steps of RSABSSA-SHA384-PSS-Randomized (RFC 9474, section 4), each a function of its arguments, luck included.
 *
 * <p>{@code k} is the length of the modulus in bytes.
 */
public final class BlindRsa {
    public static final int PREFIX_BYTES = 32;
    public static final int SALT_BYTES = 48;

    private static final PSSParameterSpec PSS = new PSSParameterSpec(
            "SHA-384", "MGF1", MGF1ParameterSpec.SHA384, SALT_BYTES, PSSParameterSpec.TRAILER_FIELD_BC);

    private BlindRsa() {}

    /**
     * PrepareRandomize (section 4.1): without luck of the client's own in it, an issuer with a crafted key could learn
     * something of a message it can guess (section 7.3).
     *
     * @param prefix 32 random bytes
     * @return prefix ‖ message
     * @throws IllegalArgumentException the prefix is of another length
     */
    public static byte[] prepare(byte[] prefix, byte[] message) {
        requireLength("prefix", prefix, PREFIX_BYTES);
        return ByteBuffer.allocate(prefix.length + message.length)
                .put(prefix)
                .put(message)
                .array();
    }

    /**
     * Blind (section 4.2).
     *
     * @param prepared what {@link #prepare} made
     * @param salt 48 random bytes
     * @param r uniformly random in [1, n)
     * @return empty where r or the encoded message shares a factor with n ("blinding error", "invalid input"): draw
     *     both anew
     * @throws IllegalArgumentException the salt is of another length, r out of its range, or the key none that
     *     {@link PublicJwk#fault} takes
     */
    public static Optional<Blinding> blind(RSAPublicKey key, byte[] prepared, byte[] salt, BigInteger r) {
        requireLength("salt", salt, SALT_BYTES);
        PublicJwk jwk = PublicJwk.of(key).sound();
        BigInteger n = key.getModulus();
        if (r.signum() <= 0 || r.compareTo(n) >= 0) throw new IllegalArgumentException("r is not in [1, n)");
        // RFC 9474 writes bit_len(n); its vectors, and RSASSA-PSS-VERIFY, have one bit less.
        BigInteger m = Octets.number(EmsaPss.encode(prepared, n.bitLength() - 1, salt));
        if (!coprime(m, n) || !coprime(r, n)) return Optional.empty();
        BigInteger z = m.multiply(r.modPow(key.getPublicExponent(), n)).mod(n);
        return Optional.of(new Blinding(
                jwk,
                Base64Url.encode(prepared),
                Base64Url.encode(Octets.of(z, Octets.lengthOf(key))),
                Base64Url.encode(Octets.of(r.modInverse(n), Octets.lengthOf(key)))));
    }

    /**
     * BlindSign (section 4.3).
     *
     * @param blinded k bytes, as a number below n
     * @return k bytes
     * @throws IllegalStateException the RFC's "signing failure" and "message representative out of range"
     */
    public static byte[] blindSign(RSAPrivateCrtKey key, byte[] blinded) {
        try {
            var cipher = Cipher.getInstance("RSA/ECB/NoPadding");
            // To encrypt, not to decrypt: only then does the JDK check that s^e = m, without which one miscalculated
            // bit would give the key away. It blinds the base either way, so that the time taken tells nothing.
            cipher.init(Cipher.ENCRYPT_MODE, key);
            return cipher.doFinal(blinded);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("signing failure", failed);
        }
    }

    /**
     * Finalize (section 4.4).
     *
     * @param blindSignature k bytes from the issuer
     * @param inverse r⁻¹ mod n
     * @return the signature, k bytes; empty where the issuer signed something else or with another key ("unexpected
     *     input size", "invalid signature")
     */
    public static Optional<byte[]> unblind(
            RSAPublicKey key, byte[] prepared, byte[] blindSignature, BigInteger inverse) {
        int length = Octets.lengthOf(key);
        if (blindSignature.length != length) return Optional.empty();
        BigInteger s = Octets.number(blindSignature).multiply(inverse).mod(key.getModulus());
        byte[] signature = Octets.of(s, length);
        return verify(key, prepared, signature) ? Optional.of(signature) : Optional.empty();
    }

    /**
     * Verification (section 4.5): RSASSA-PSS-VERIFY of RFC 8017, section 8.1.2.
     *
     * @param signature of any length; all but k bytes are no signature
     */
    public static boolean verify(RSAPublicKey key, byte[] prepared, byte[] signature) {
        try {
            var pss = Signature.getInstance("RSASSA-PSS");
            pss.setParameter(PSS);
            pss.initVerify(key);
            pss.update(prepared);
            return pss.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static boolean coprime(BigInteger a, BigInteger b) {
        return a.gcd(b).equals(BigInteger.ONE);
    }

    private static void requireLength(String what, byte[] bytes, int length) {
        if (bytes.length != length)
            throw new IllegalArgumentException("a %s has %d bytes, not %d".formatted(what, length, bytes.length));
    }
}
