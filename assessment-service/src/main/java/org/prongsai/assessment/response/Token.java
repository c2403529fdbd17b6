package org.prongsai.assessment.response;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.prongsai.assessment.pool.Place;
import org.prongsai.blind.Base64Url;
import org.prongsai.blind.Ticket;

/** What a respondent keeps: whoever holds it may change the answer; nothing else leads from it to anybody. */
record Token(byte[] bytes) {

    /** Length of the token of an open part in bytes: the client's own random ones. */
    static final int OPEN = 32;

    private static final int RECEIPT = 10;

    private static final char[] CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    /** Length of a token that is signed in bytes: a random prefix and a random number. */
    static final int SIGNED = Ticket.TOKEN_BYTES;

    /** The token of an open part, written as unpadded base64url; empty if it is none of {@link #OPEN} bytes. */
    static Optional<Token> open(String text) {
        return of(text, OPEN);
    }

    /** The token of a part that asks for tickets; empty if it is none of {@link #SIGNED} bytes. */
    static Optional<Token> signed(String text) {
        return of(text, SIGNED);
    }

    private static Optional<Token> of(String text, int length) {
        return Base64Url.decode(text).filter(bytes -> bytes.length == length).map(Token::new);
    }

    /** What is stored: bound to the place, so that one token used at two units cannot be joined. */
    TokenHash hashAt(Place place) {
        var digest = sha256();
        for (String step : new String[] {place.round(), place.agency(), place.instrument(), place.part()}) {
            byte[] text = step.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(text.length).array());
            digest.update(text);
        }
        return new TokenHash(Arrays.copyOf(digest.digest(bytes), 16));
    }

    /** The first sixteen bytes of SHA-256 of the token and its place; all that an index of answers has to hold. */
    record TokenHash(byte[] bytes) {

        /** Sixteen letters that say only "an answer with this token is counted": the first ten bytes. */
        String receipt() {
            byte[] ten = Arrays.copyOf(bytes, RECEIPT);
            var letters = new StringBuilder();
            for (int half = 0; half < 10; half += 5) {
                long bits = 0;
                for (int i = half; i < half + 5; i++) bits = bits << 8 | (ten[i] & 0xff);
                for (int shift = 35; shift >= 0; shift -= 5) letters.append(CROCKFORD[(int) (bits >> shift & 31)]);
            }
            return letters.insert(12, '-').insert(8, '-').insert(4, '-').toString();
        }

        String hex() {
            return HexFormat.of().formatHex(bytes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof TokenHash hash && Arrays.equals(bytes, hash.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    /** The ten bytes a receipt stands for, or empty if it is not written as one. */
    static Optional<byte[]> receiptBytes(String receipt) {
        String letters = receipt.replace("-", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (letters.length() != 16) return Optional.empty();
        var bytes = ByteBuffer.allocate(16);
        for (int half = 0; half < 16; half += 8) {
            long bits = 0;
            for (int i = half; i < half + 8; i++) {
                int value = Arrays.binarySearch(CROCKFORD, letters.charAt(i));
                if (value < 0) return Optional.empty();
                bits = bits << 5 | value;
            }
            bytes.position(half / 8 * 5);
            bytes.put((byte) (bits >> 32)).putInt((int) bits);
        }
        return Optional.of(Arrays.copyOf(bytes.array(), RECEIPT));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Token token && Arrays.equals(bytes, token.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}
