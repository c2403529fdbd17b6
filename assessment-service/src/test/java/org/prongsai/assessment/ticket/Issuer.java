package org.prongsai.assessment.ticket;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.HexFormat;
import java.util.List;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.seal.Seal;
import org.prongsai.blind.BlindSigner;
import org.prongsai.blind.InvitationCode;
import org.prongsai.blind.PublicJwk;

/** The inside of the issuer, for tests with more units than there is time to make keys for. */
public final class Issuer {

    private final AssessmentWorld world;
    private final TicketSettings settings;

    public Issuer(AssessmentWorld world) {
        this.world = world;
        this.settings = world.context().getBean(TicketSettings.class);
    }

    /** Gives these units one key for their internal survey. */
    public PublicJwk share(String round, List<String> agencies) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var key = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
            agencies.forEach(agency -> insert(round, agency, key));
            return new BlindSigner(key).publicKey();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void insert(String round, String agency, RSAPrivateCrtKey key) {
        var place = "rounds/" + round + "/agencies/" + agency + "/iit";
        var sealed = world.context().getBean(Seal.class).close(key.getEncoded(), place, new SecureRandom());
        world.database("tickets")
                .sql()
                .sql("insert into issuing_key (round, agency, instrument, sealed)"
                        + " values (:round, :agency, 'iit', :sealed)")
                .bind("round", round)
                .bind("agency", agency)
                .bind("sealed", ByteBuffer.wrap(sealed))
                .then()
                .block();
    }

    /** What is stored of a code, 32 bytes. */
    public byte[] hash(String code) {
        var typed = (InvitationCode) InvitationCode.parse(code);
        return HexFormat.of().parseHex(new CodeHash(settings.code()).of(typed));
    }

    /** What the night does to invitations. */
    public void night() {
        world.context().getBean(RewriteJob.class).rewrite();
    }
}
