package org.prongsai.portal.page;

import java.util.Base64;

/** A key's SHA-256 in a form that people can compare by eye: its first eighty bits as a code is written. */
public final class Fingerprint {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int WHOLE = 32;
    private static final int LETTERS = 16;
    private static final int GROUP = 4;

    private Fingerprint() {}

    /**
     * Sixteen letters of Crockford's base32 in groups of four, of the first ten bytes.
     *
     * @throws IllegalArgumentException it is not the SHA-256 of anything, in base64url
     */
    public static String shortOf(String sha256Base64Url) {
        byte[] digest = Base64.getUrlDecoder().decode(sha256Base64Url);
        if (digest.length != WHOLE) throw new IllegalArgumentException("a SHA-256 has 32 bytes, not " + digest.length);
        var text = new StringBuilder();
        for (int letter = 0; letter < LETTERS; letter++) {
            if (letter > 0 && letter % GROUP == 0) text.append('-');
            text.append(ALPHABET.charAt(symbol(digest, letter * 5)));
        }
        return text.toString();
    }

    /** The five bits that begin there. */
    private static int symbol(byte[] bytes, int bit) {
        int at = bit / 8;
        int two = (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
        return two >> (11 - bit % 8) & 31;
    }
}
