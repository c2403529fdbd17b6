package org.prongsai.blind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTest {

    @Test
    void whatIsWrittenIsReadBack() {
        var random = new Random(64);
        for (int length = 0; length < 100; length++) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(Base64Url.decode(Base64Url.encode(bytes))).contains(bytes);
        }
    }

    /** The last one holds bits that belong to no byte. */
    @ParameterizedTest
    @ValueSource(strings = {"AA==", "A", "A+", "A/", "AA\n", " AA", "AÄ", "ＡＡ", "A A", "AB"})
    void anyOtherSpellingIsNone(String text) {
        assertThat(Base64Url.decode(text)).isEmpty();
    }
}
