package org.prongsai.blind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlindSignerTest {
    private static final BigInteger N = Keys.publicKey(2048).getModulus();
    private final BlindSigner signer = new BlindSigner(Keys.privateKey(2048));

    @Test
    void aSignatureRaisedToTheExponentIsWhatWasSigned() {
        var random = new Random(1);
        for (int round = 0; round < 20; round++) {
            byte[] blinded = Octets.of(new BigInteger(2047, random), 256);
            var raised = Octets.number(signer.sign(blinded))
                    .modPow(Keys.publicKey(2048).getPublicExponent(), N);
            assertThat(Octets.of(raised, 256)).isEqualTo(blinded);
        }
    }

    @Test
    void theSameAgainIsTheSameSignature() {
        byte[] blinded = Octets.of(BigInteger.TWO.pow(1999), 256);
        assertThat(signer.sign(blinded)).isEqualTo(signer.sign(blinded));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 64, 255, 257, 512})
    void anotherLengthIsRefused(int length) {
        assertRefused(Octets.of(BigInteger.ONE, length), "wrong-length");
    }

    @Test
    void zeroAndWhatIsNotBelowTheModulusIsRefused() {
        assertRefused(new byte[256], "out-of-range");
        assertRefused(Octets.of(N, 256), "out-of-range");
        assertRefused(Octets.of(N.add(BigInteger.ONE), 256), "out-of-range");
        assertRefused(Octets.of(BigInteger.TWO.pow(2048).subtract(BigInteger.ONE), 256), "out-of-range");
        assertThat(signer.fault(Octets.of(N.subtract(BigInteger.ONE), 256))).isEmpty();
        assertThat(signer.fault(Octets.of(BigInteger.ONE, 256))).isEmpty();
    }

    @Test
    void aWeakKeyDoesNotSign() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BlindSigner(Keys.privateKey(1024)))
                .withMessageContaining("weak-modulus");
    }

    @Test
    void itShowsThePublicHalfOnly() {
        assertThat(signer.publicKey()).isEqualTo(PublicJwk.of(Keys.publicKey(2048)));
        assertThat(signer.toString()).doesNotContain("" + Keys.privateKey(2048).getPrivateExponent());
    }

    private void assertRefused(byte[] blinded, String fault) {
        assertThat(signer.fault(blinded)).contains(fault);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> signer.sign(blinded))
                .withMessageContaining(fault);
    }
}
