package org.prongsai.blind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketVerifierTest {
    private static final RSAPublicKey KEY = Keys.publicKey(2048);
    private final TicketVerifier verifier = new TicketVerifier(KEY);
    private final Ticket ticket = ticket();
    private final byte[] token = Base64Url.decode(ticket.token()).orElseThrow();
    private final byte[] signature = Base64Url.decode(ticket.signature()).orElseThrow();

    @Test
    void everyBitOfTheTokenIsSigned() {
        assertThat(verifier.verify(token, signature)).isTrue();
        for (int bit = 0; bit < 8 * token.length; bit++)
            assertThat(verifier.verify(flipped(token, bit), signature)).isFalse();
    }

    @Test
    void everyBitOfTheSignatureCounts() {
        for (int bit = 0; bit < 8 * signature.length; bit++)
            assertThat(verifier.verify(token, flipped(signature, bit))).isFalse();
    }

    @Test
    void anotherKeysTicketIsRefused() {
        var stranger = new TicketVerifier((RSAPublicKey) Keys.generate(2048).getPublic());
        assertThat(stranger.verify(ticket)).isFalse();
        assertThat(new TicketVerifier(Rfc9474.publicKey()).verify(ticket)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32, 63, 65, 96, 255, 257, 10_000})
    void garbageOfAnyLengthIsRefused(int length) {
        var random = new Random(length);
        for (int round = 0; round < 10; round++) {
            var garbage = new byte[length];
            random.nextBytes(garbage);
            assertThat(verifier.verify(garbage, signature)).isFalse();
            assertThat(verifier.verify(token, garbage)).isFalse();
        }
    }

    /** A signature of a 32-byte message is genuine and still no ticket: its holder had no prefix. */
    @Test
    void aSignedMessageOfAnotherLengthIsNoTicket() {
        byte[] message = new byte[32];
        var blinding =
                BlindRsa.blind(KEY, message, new byte[48], BigInteger.TWO).orElseThrow();
        var unprefixed = blinding.finish(signed(blinding)).orElseThrow();
        byte[] genuine = Base64Url.decode(unprefixed.signature()).orElseThrow();
        assertThat(BlindRsa.verify(KEY, message, genuine)).isTrue();
        assertThat(verifier.verify(unprefixed)).isFalse();
    }

    @Test
    void numbersThatAreNoSignatureAreRefused() {
        var n = KEY.getModulus();
        for (var number : new BigInteger[] {
            BigInteger.ZERO,
            BigInteger.ONE,
            n.subtract(BigInteger.ONE),
            n,
            n.add(BigInteger.ONE),
            BigInteger.TWO.pow(2048).subtract(BigInteger.ONE)
        }) assertThat(verifier.verify(token, Octets.of(number, 256))).isFalse();
    }

    /** The same number in other bytes would be a second spelling of the ticket; 2049 bits leave room for one. */
    @Test
    void aSignaturePlusTheModulusIsRefused() {
        var key = Keys.publicKey(2049);
        var blinding = new TicketClient().begin(key);
        byte[] blinded = Base64Url.decode(blinding.blinded()).orElseThrow();
        var genuine = blinding.finish(new BlindSigner(Keys.privateKey(2049)).sign(blinded))
                .orElseThrow();
        var number = Octets.number(Base64Url.decode(genuine.signature()).orElseThrow());
        byte[] raised = Octets.of(number.add(key.getModulus()), 257);
        var itsVerifier = new TicketVerifier(key);
        assertThat(itsVerifier.verify(genuine)).isTrue();
        assertThat(itsVerifier.verify(new Ticket(genuine.token(), Base64Url.encode(raised))))
                .isFalse();
    }

    @Test
    void aTicketHasOneSpelling() {
        assertThat(verifier.verify(ticket)).isTrue();
        char last = ticket.token().charAt(85);
        for (char letter : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            var spelling = ticket.token().substring(0, 85) + letter;
            assertThat(verifier.verify(new Ticket(spelling, ticket.signature())))
                    .isEqualTo(letter == last);
        }
        assertThat(verifier.verify(new Ticket(ticket.token() + "==", ticket.signature())))
                .isFalse();
        assertThat(verifier.verify(new Ticket("", ""))).isFalse();
        assertThat(verifier.verify(new Ticket("?", "ü"))).isFalse();
    }

    @Test
    void eightThreadsAtOnceAreAnsweredRight() throws Exception {
        byte[] altered = flipped(token, 3);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var asked = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 800; i++) {
                boolean right = i % 2 == 0;
                Callable<Boolean> question = () -> verifier.verify(right ? token : altered, signature) == right;
                asked.add(threads.submit(question));
            }
            for (var answer : asked) assertThat(answer.get()).isTrue();
        }
    }

    @Test
    void aWeakKeyVerifiesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TicketVerifier(Keys.publicKey(1024)))
                .withMessageContaining("weak-modulus");
    }

    private static Ticket ticket() {
        var blinding = new TicketClient().begin(KEY);
        return blinding.finish(signed(blinding)).orElseThrow();
    }

    private static byte[] signed(Blinding blinding) {
        return new BlindSigner(Keys.privateKey(2048))
                .sign(Base64Url.decode(blinding.blinded()).orElseThrow());
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }
}
