package org.prongsai.blind;

import java.math.BigInteger;
import java.security.interfaces.RSAKey;

/** Numbers as bytes and back, most significant first (RFC 8017, section 4). */
final class Octets {
    private Octets() {}

    /** I2OSP: {@code length} bytes of a number in [0, 256^length). */
    static byte[] of(BigInteger number, int length) {
        byte[] signed = number.toByteArray();
        var octets = new byte[length];
        int kept = Math.min(signed.length, length);
        System.arraycopy(signed, signed.length - kept, octets, length - kept, kept);
        return octets;
    }

    /** OS2IP. */
    static BigInteger number(byte[] octets) {
        return new BigInteger(1, octets);
    }

    static int lengthOf(RSAKey key) {
        return (key.getModulus().bitLength() + 7) / 8;
    }
}
