package org.prongsai.assessment.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.pool.Place;

class TokenTest {

    private static final Place HERE = new Place("round-a", "imm-chiangmai", "eit", "1");

    @Test
    void is_thirty_two_bytes_of_base64url() {
        assertThat(Token.open(text(32))).isPresent();
        assertThat(Token.open(text(31))).isEmpty();
        assertThat(Token.open(text(64))).isEmpty();
        assertThat(Token.open("")).isEmpty();
        assertThat(Token.open("not base64url !")).isEmpty();
    }

    @Test
    void the_same_token_cannot_be_joined_across_places() {
        var token = Token.open(text(32)).orElseThrow();
        assertThat(token.hashAt(HERE)).isEqualTo(token.hashAt(HERE));
        assertThat(token.hashAt(HERE)).isNotEqualTo(token.hashAt(new Place("round-a", "imm-chiangmai", "eit", "2")));
        assertThat(token.hashAt(new Place("ab", "c", "eit", "1")))
                .isNotEqualTo(token.hashAt(new Place("a", "bc", "eit", "1")));
    }

    /** Computed outside this project: Python's hashlib over the place's four lengths and names and the token. */
    @Test
    void what_is_kept_and_what_is_shown_are_the_first_bytes_of_sha_256() {
        byte[] bytes = new byte[32];
        for (int i = 0; i < 32; i++) bytes[i] = (byte) i;
        var hash = new Token(bytes).hashAt(HERE);
        assertThat(hash.hex()).isEqualTo("efb3758d9fe7e819f67b3157992a8c5c");
        assertThat(hash.receipt()).isEqualTo("XYSQ-B3CZ-WZM1-KXKV");
    }

    @Test
    void a_receipt_reads_back_to_the_bytes_it_stands_for_however_it_is_typed() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            var hash = new Token(bytes).hashAt(HERE);
            String receipt = hash.receipt();
            assertThat(receipt).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");
            byte[] read = Token.receiptBytes(receipt).orElseThrow();
            assertThat(read).isEqualTo(Arrays.copyOf(hash.bytes(), 10));
            assertThat(Token.receiptBytes(
                                    receipt.toLowerCase(java.util.Locale.ROOT).replace("-", ""))
                            .orElseThrow())
                    .isEqualTo(read);
        }
    }

    @Test
    void what_is_no_receipt_is_none() {
        assertThat(Token.receiptBytes("ABC")).isEmpty();
        assertThat(Token.receiptBytes("UUUU-UUUU-UUUU-UUUU")).isEmpty();
        assertThat(Token.receiptBytes("")).isEmpty();
    }

    @Test
    void never_shows_itself() {
        assertThat(Token.open(text(32)).orElseThrow().toString()).isEqualTo("Token[…]");
        assertThat(new Submission.Ticket(text(32), "sig").toString()).doesNotContain(text(32));
    }

    private static String text(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
