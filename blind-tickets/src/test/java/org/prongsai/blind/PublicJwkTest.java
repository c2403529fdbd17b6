package org.prongsai.blind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicJwkTest {
    /** RFC 7638, section 3.1. */
    private static final PublicJwk RFC7638 = new PublicJwk(
            "RSA",
            "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZC"
                    + "iFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8"
                    + "KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-"
                    + "G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw",
            "AQAB",
            null);

    @Test
    void theThumbprintIsTheRfcs() {
        assertThat(RFC7638.thumbprint()).isEqualTo("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    }

    @Test
    void theAlgorithmIsNotPartOfTheThumbprint() {
        assertThat(PublicJwk.of(RFC7638.key()).alg()).isEqualTo("PS384");
        assertThat(PublicJwk.of(RFC7638.key()).thumbprint()).isEqualTo(RFC7638.thumbprint());
    }

    @ParameterizedTest
    @ValueSource(ints = {2048, 2049, 3072})
    void aKeyIsReadAsItWasWritten(int bits) {
        var jwk = PublicJwk.of(Keys.publicKey(bits));
        assertThat(jwk.fault()).isEmpty();
        assertThat(jwk.key().getModulus()).isEqualTo(Keys.publicKey(bits).getModulus());
        assertThat(jwk.key().getPublicExponent()).isEqualTo(BigInteger.valueOf(65537));
    }

    @Test
    void onlyRsaForPs384IsAKey() {
        assertRefused(new PublicJwk("EC", RFC7638.n(), "AQAB", null), "not-rsa");
        assertRefused(new PublicJwk("rsa", RFC7638.n(), "AQAB", null), "not-rsa");
        assertRefused(new PublicJwk("RSA", RFC7638.n(), "AQAB", "RS256"), "other-alg");
    }

    @Test
    void theModulusIsLongEnoughAndOdd() {
        assertRefused(modulus(Keys.publicKey(1024).getModulus()), "weak-modulus");
        assertRefused(modulus(BigInteger.TWO.pow(2047).subtract(BigInteger.ONE)), "weak-modulus");
        assertRefused(modulus(BigInteger.TWO.pow(2047)), "bad-modulus");
        assertRefused(modulus(BigInteger.TWO.pow(8192).add(BigInteger.ONE)), "bad-modulus");
        assertThat(modulus(BigInteger.TWO.pow(8192).subtract(BigInteger.ONE)).fault())
                .isEmpty();
        assertThat(modulus(BigInteger.TWO.pow(2047).add(BigInteger.ONE)).fault())
                .isEmpty();
    }

    @Test
    void theExponentIsOddAndNeitherSmallNorLong() {
        for (long each : new long[] {0, 1, 2, 4, 65536, 1L << 32, (1L << 32) + 1})
            assertRefused(exponent(BigInteger.valueOf(each)), "bad-exponent");
        for (long each : new long[] {3, 17, 65537, (1L << 32) - 1})
            assertThat(exponent(BigInteger.valueOf(each)).fault()).isEmpty();
    }

    @Test
    void aKeyHasOneSpelling() {
        var padded = Base64.getUrlEncoder().encodeToString(new byte[] {1, 0, 1, 1});
        assertRefused(new PublicJwk("RSA", RFC7638.n(), padded, null), "bad-exponent");
        assertRefused(new PublicJwk("RSA", RFC7638.n(), "AAEAAQ", null), "bad-exponent");
        assertRefused(new PublicJwk("RSA", RFC7638.n(), "AQA B", null), "bad-exponent");
        assertRefused(new PublicJwk("RSA", RFC7638.n(), "", null), "bad-exponent");
        assertRefused(new PublicJwk("RSA", RFC7638.n().replace('-', '+'), "AQAB", null), "bad-modulus");
        byte[] led = Octets.of(Keys.publicKey(2048).getModulus(), 257);
        assertRefused(new PublicJwk("RSA", Base64Url.encode(led), "AQAB", null), "bad-modulus");
    }

    private static PublicJwk modulus(BigInteger n) {
        return PublicJwk.of(n, BigInteger.valueOf(65537));
    }

    private static PublicJwk exponent(BigInteger e) {
        return PublicJwk.of(Keys.publicKey(2048).getModulus(), e);
    }

    private static void assertRefused(PublicJwk jwk, String fault) {
        assertThat(jwk.fault()).contains(fault);
        assertThatIllegalArgumentException().isThrownBy(jwk::key).withMessageContaining(fault);
        assertThatIllegalArgumentException().isThrownBy(jwk::thumbprint).withMessageContaining(fault);
    }
}
