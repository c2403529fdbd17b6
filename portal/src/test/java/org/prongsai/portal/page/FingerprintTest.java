package org.prongsai.portal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void itIsTheFirstEightyBitsInCrockfordsLetters() {
        var random = new Random(570);
        for (int round = 0; round < 1000; round++) {
            var digest = new byte[32];
            random.nextBytes(digest);
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            assertThat(Fingerprint.shortOf(text)).isEqualTo(reference(digest));
        }
    }

    @Test
    void aKnownOneStays() {
        assertThat(Fingerprint.shortOf("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"))
                .isEqualTo(reference(Base64.getUrlDecoder().decode("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")))
                .matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");
        assertThat(Fingerprint.shortOf("A".repeat(43))).isEqualTo("0000-0000-0000-0000");
    }

    @Test
    void anythingElseIsNone() {
        for (var text : new String[] {"", "AAAA", "A".repeat(44), "?".repeat(43)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Fingerprint.shortOf(text));
        }
    }

    private static String reference(byte[] digest) {
        var bits = new BigInteger(1, Arrays.copyOf(digest, 10));
        var text = new StringBuilder();
        for (int nth = 1; nth <= 16; nth++) {
            text.append(ALPHABET.charAt(bits.shiftRight(80 - 5 * nth).intValue() & 31));
        }
        return text.toString().replaceAll("(.{4})(?!$)", "$1-");
    }
}
