package org.prongsai.assessment.letter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.prongsai.assessment.letter.LetterText.Text;

/**
 * A letter on its way out, taken up by one sender for a while.
 *
 * @param attempts how often it was taken up, this time included
 * @param until it is given up then
 * @param text as all letters of its draw have it
 */
record Letter(UUID letter, long draw, int attempts, Instant until, Enclosed enclosed, Text text) {

    /** What nobody else may read. */
    record Enclosed(String to, String code) {

        private static final String BETWEEN = "\n";

        byte[] plain() {
            return (to + BETWEEN + code).getBytes(StandardCharsets.UTF_8);
        }

        static Enclosed of(byte[] plain) {
            var parts = new String(plain, StandardCharsets.UTF_8).split(BETWEEN, 2);
            return new Enclosed(parts[0], parts[1]);
        }

        @Override
        public String toString() {
            return "Enclosed[…]";
        }
    }

    /** The same however often it is sent, so that a double can be recognised; it is not in any answer or code. */
    String messageId() {
        return "<" + letter + "@prongsai>";
    }

    String body() {
        return text.body().replace(LetterText.CODE, enclosed.code());
    }

    @Override
    public String toString() {
        return "Letter[…]";
    }
}
