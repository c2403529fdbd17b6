package org.prongsai.bench.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.prongsai.blind.BlindRsa;
import org.prongsai.blind.PublicJwk;

/**
 * Tickets of a key of the bench's own, made before they are needed. An unblinded signature is an ordinary RSASSA-PSS
 * signature (RFC 9474, section 4.4), so nobody can tell that these were never blind.
 */
final class TicketWriter implements Tickets {

    private static final int BITS = 2048;
    private static final int TOKEN = 64;

    /** More than can be answered on the machines at hand. */
    private static final int MOST_PER_SECOND = 3_000;

    private static final int SOME = 1_000;

    private static final PSSParameterSpec PSS = new PSSParameterSpec(
            "SHA-384", "MGF1", MGF1ParameterSpec.SHA384, BlindRsa.SALT_BYTES, PSSParameterSpec.TRAILER_FIELD_BC);

    private final SecureRandom random = new SecureRandom();
    private final KeyPair key;

    TicketWriter() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            key = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    PublicJwk publicKey() {
        return PublicJwk.of((RSAPublicKey) key.getPublic());
    }

    @Override
    public Stock stock(Duration lasts) {
        int count = Math.toIntExact(MOST_PER_SECOND * lasts.toMillis() / 1000);
        return new SignedStock(made(count), false);
    }

    @Override
    public Stock again() {
        return new SignedStock(made(SOME), true);
    }

    private List<byte[]> made(int count) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(_ -> ticket(key.getPrivate()))
                .toList();
    }

    private byte[] ticket(PrivateKey signer) {
        var token = new byte[TOKEN];
        random.nextBytes(token);
        try {
            var pss = Signature.getInstance("RSASSA-PSS");
            pss.setParameter(PSS);
            pss.initSign(signer);
            pss.update(token);
            var base64 = Base64.getUrlEncoder().withoutPadding();
            return "\"token\":\"%s\",\"signature\":\"%s\""
                    .formatted(base64.encodeToString(token), base64.encodeToString(pss.sign()))
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
