package org.prongsai.portal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

    private static final String GOOD = Token.of(new byte[Token.BYTES]);

    @Test
    void aKeyIsReadAsItWasPasted() {
        assertThat(Token.typed(" " + GOOD.substring(0, 20) + "\r\n " + GOOD.substring(20) + " "))
                .contains(GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB", "ไม่ใช่รหัส", "AAAA+AAA/AAA="})
    void whatIsNoKeyIsNone(String typed) {
        assertThat(Token.typed(typed)).isEmpty();
    }

    @Test
    void aKeyHasOneSpelling() {
        // The last letter carries two bits that no byte needs.
        assertThat(Token.typed(GOOD.substring(0, 42) + "B")).isEmpty();
    }
}
