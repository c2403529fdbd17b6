package org.prongsai.blind;

import java.util.Base64;
import java.util.Optional;

/** Unpadded base64url (RFC 4648, section 5), of which each run of bytes has exactly one spelling. */
public final class Base64Url {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private Base64Url() {}

    public static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /**
     * The bytes, or nothing where {@link #encode} would not have written this text: padding, a foreign letter or stray
     * bits at the end.
     */
    public static Optional<byte[]> decode(String text) {
        try {
            byte[] bytes = DECODER.decode(text);
            // The JDK ignores stray bits: one token would have sixteen spellings, and could be counted as often.
            return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
