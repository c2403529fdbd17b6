package org.prongsai.portal.answer;

import java.util.Base64;
import java.util.Optional;

/** The respondent's own random number, which is the key to change the answer by. */
final class Token {

    static final int BYTES = 32;

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Token() {}

    static String of(byte[] random) {
        return ENCODER.encodeToString(random);
    }

    /** As somebody pasted it: without the white space of a mail or a note; empty if it is none. */
    static Optional<String> typed(String text) {
        var bare = text.replaceAll("\\s", "");
        try {
            var bytes = Base64.getUrlDecoder().decode(bare);
            return bytes.length == BYTES && of(bytes).equals(bare) ? Optional.of(bare) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
