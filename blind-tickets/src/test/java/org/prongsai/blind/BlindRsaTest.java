package org.prongsai.blind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlindRsaTest {
    private final Random random = new Random(9474);

    @Test
    void theVectorIsCopiedRight() {
        var n = Rfc9474.number("n");
        assertThat(Rfc9474.number("p").multiply(Rfc9474.number("q"))).isEqualTo(n);
        for (var prime : new String[] {"p", "q"})
            assertThat(Rfc9474.number("e")
                            .multiply(Rfc9474.number("d"))
                            .mod(Rfc9474.number(prime).subtract(BigInteger.ONE)))
                    .isEqualTo(BigInteger.ONE);
        assertThat(Rfc9474.number("sig").modPow(Rfc9474.number("e"), n)).isEqualTo(Rfc9474.number("encoded_msg"));
    }

    @Test
    void preparesAsTheRfc() {
        assertThat(BlindRsa.prepare(Rfc9474.bytes("msg_prefix"), Rfc9474.bytes("msg")))
                .isEqualTo(Rfc9474.bytes("prepared_msg"));
    }

    @Test
    void encodesAsTheRfc() {
        assertThat(EmsaPss.encode(Rfc9474.bytes("prepared_msg"), 4095, Rfc9474.bytes("salt")))
                .isEqualTo(Rfc9474.bytes("encoded_msg"));
    }

    @Test
    void blindsAsTheRfc() {
        assertThat(blindingOfTheRfc())
                .isEqualTo(new Blinding(
                        PublicJwk.of(Rfc9474.publicKey()),
                        Base64Url.encode(Rfc9474.bytes("prepared_msg")),
                        Base64Url.encode(Rfc9474.bytes("blinded_msg")),
                        Base64Url.encode(Rfc9474.bytes("inv"))));
    }

    @Test
    void signsBlindlyAsTheRfc() {
        assertThat(BlindRsa.blindSign(Rfc9474.privateKey(), Rfc9474.bytes("blinded_msg")))
                .isEqualTo(Rfc9474.bytes("blind_sig"));
    }

    @Test
    void finishesAsTheRfc() {
        assertThat(BlindRsa.unblind(
                        Rfc9474.publicKey(),
                        Rfc9474.bytes("prepared_msg"),
                        Rfc9474.bytes("blind_sig"),
                        Rfc9474.number("inv")))
                .contains(Rfc9474.bytes("sig"));
        assertThat(blindingOfTheRfc().finish(Rfc9474.bytes("blind_sig")))
                .map(Ticket::signature)
                .contains(Base64Url.encode(Rfc9474.bytes("sig")));
    }

    @Test
    void verifiesAsTheRfc() {
        var signature = Rfc9474.bytes("sig");
        assertThat(BlindRsa.verify(Rfc9474.publicKey(), Rfc9474.bytes("prepared_msg"), signature))
                .isTrue();
        assertThat(BlindRsa.verify(Rfc9474.publicKey(), Rfc9474.bytes("msg"), signature))
                .isFalse();
    }

    @Test
    void bytesOfAnotherLengthAreNoSignature() {
        for (int length : new int[] {0, 48, 511, 513})
            assertThat(BlindRsa.verify(Rfc9474.publicKey(), Rfc9474.bytes("prepared_msg"), new byte[length]))
                    .isFalse();
    }

    /** 2049 bits: the encoded message is a byte shorter than the modulus. */
    @ParameterizedTest
    @ValueSource(ints = {2048, 2049, 2050, 2055, 3072})
    void whatIsBlindedSignedAndUnblindedIsASignature(int bits) {
        for (int round = 0; round < (bits == 2048 ? 50 : 8); round++) {
            var key = Keys.publicKey(bits);
            byte[] token = BlindRsa.prepare(bytes(32), bytes(32));
            var blinding = BlindRsa.blind(key, token, bytes(48), below(key.getModulus()))
                    .orElseThrow();
            byte[] blinded = Base64Url.decode(blinding.blinded()).orElseThrow();
            byte[] signed = BlindRsa.blindSign(Keys.privateKey(bits), blinded);
            var ticket = blinding.finish(signed).orElseThrow();
            assertThat(blinded).hasSize((bits + 7) / 8).hasSameSizeAs(signed);
            assertThat(new TicketVerifier(key).verify(ticket)).isTrue();
        }
    }

    @Test
    void blindingsOfOneTokenShareNothingAndTheirSignatureKnowsNothingOfThem() {
        var key = Keys.publicKey(2048);
        byte[] token = BlindRsa.prepare(bytes(32), bytes(32));
        byte[] salt = bytes(48);
        var one = BlindRsa.blind(key, token, salt, below(key.getModulus())).orElseThrow();
        var other = BlindRsa.blind(key, token, salt, below(key.getModulus())).orElseThrow();
        assertThat(one.blinded()).isNotEqualTo(other.blinded());
        assertThat(one.inverse()).isNotEqualTo(other.inverse());
        assertThat(signed(one)).isEqualTo(signed(other));
    }

    @Test
    void anotherSaltIsAnotherSignature() {
        var key = Keys.publicKey(2048);
        byte[] token = BlindRsa.prepare(bytes(32), bytes(32));
        var r = below(key.getModulus());
        var one = BlindRsa.blind(key, token, bytes(48), r).orElseThrow();
        var other = BlindRsa.blind(key, token, bytes(48), r).orElseThrow();
        assertThat(signed(one)).isNotEqualTo(signed(other));
    }

    @Test
    void aFactorOfTheModulusDoesNotBlind() {
        assertThat(BlindRsa.blind(
                        Rfc9474.publicKey(),
                        Rfc9474.bytes("prepared_msg"),
                        Rfc9474.bytes("salt"),
                        Rfc9474.number("p").shiftLeft(1)))
                .isEmpty();
    }

    @Test
    void rLiesBelowTheModulus() {
        var key = Keys.publicKey(2048);
        for (var r : new BigInteger[] {BigInteger.ZERO, BigInteger.ONE.negate(), key.getModulus()})
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BlindRsa.blind(key, new byte[64], new byte[48], r))
                    .withMessageContaining("[1, n)");
    }

    @Test
    void luckHasItsLength() {
        var key = Keys.publicKey(2048);
        assertThatIllegalArgumentException().isThrownBy(() -> BlindRsa.prepare(new byte[31], new byte[32]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlindRsa.blind(key, new byte[64], new byte[0], BigInteger.TWO));
        assertThatIllegalArgumentException().isThrownBy(() -> EmsaPss.encode(new byte[64], 776, new byte[48]));
        assertThat(EmsaPss.encode(new byte[64], 777, new byte[48])).hasSize(98);
    }

    @Test
    void aMiscalculatedSignatureIsNotHandedOut() {
        byte[] blinded = Octets.of(BigInteger.TEN, 256);
        assertThatIllegalStateException()
                .isThrownBy(() -> BlindRsa.blindSign(Keys.faulty(Keys.privateKey(2048)), blinded));
    }

    private String signed(Blinding blinding) {
        byte[] blinded = Base64Url.decode(blinding.blinded()).orElseThrow();
        return blinding.finish(BlindRsa.blindSign(Keys.privateKey(2048), blinded))
                .orElseThrow()
                .signature();
    }

    private static Blinding blindingOfTheRfc() {
        return BlindRsa.blind(Rfc9474.publicKey(), Rfc9474.bytes("prepared_msg"), Rfc9474.bytes("salt"), Rfc9474.r())
                .orElseThrow();
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private BigInteger below(BigInteger n) {
        return new BigInteger(n.bitLength() + 64, random)
                .mod(n.subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
    }
}
