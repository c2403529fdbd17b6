package org.prongsai.blind;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How RSASSA-PSS lays out a message before it is signed, with SHA-384 and MGF1-SHA384 (RFC 8017, section 9.1.1). */
final class EmsaPss {
    private static final int HASH_BYTES = 48;
    private static final byte TRAILER = (byte) 0xbc;

    private EmsaPss() {}

    /**
     * EMSA-PSS-ENCODE.
     *
     * @param bits the modulus' bits less one: as many as the result may have
     * @param salt of any length that fits; 48 bytes in our variant
     * @return ⌈bits / 8⌉ bytes, as a number below 2^bits
     * @throws IllegalArgumentException the RFC's "encoding error": the salt does not fit
     */
    static byte[] encode(byte[] message, int bits, byte[] salt) {
        int length = (bits + 7) / 8;
        int padding = length - salt.length - HASH_BYTES - 2;
        if (padding < 0) throw new IllegalArgumentException("encoding error: " + bits + " bits are too few");
        byte[] hash = sha384(new byte[8], sha384(message), salt);
        byte[] block = masked(block(padding, salt), hash);
        block[0] &= (byte) (0xff >> (8 * length - bits));
        return ByteBuffer.allocate(length).put(block).put(hash).put(TRAILER).array();
    }

    private static byte[] block(int padding, byte[] salt) {
        return ByteBuffer.allocate(padding + 1 + salt.length)
                .put(padding, (byte) 1)
                .put(padding + 1, salt)
                .array();
    }

    /** The block under the mask that MGF1 makes of the seed (RFC 8017, appendix B.2.1). */
    private static byte[] masked(byte[] block, byte[] seed) {
        for (int from = 0, counter = 0; from < block.length; from += HASH_BYTES, counter++) {
            byte[] mask = sha384(seed, ByteBuffer.allocate(4).putInt(counter).array());
            for (int i = 0; i < mask.length && from + i < block.length; i++) block[from + i] ^= mask[i];
        }
        return block;
    }

    private static byte[] sha384(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-384");
            for (byte[] part : parts) digest.update(part);
            return digest.digest();
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
