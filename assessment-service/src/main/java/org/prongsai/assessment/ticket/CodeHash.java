package org.prongsai.assessment.ticket;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.prongsai.blind.InvitationCode;

/** What is stored of an invitation: an HMAC-SHA-256 under a key that no database holds, so that no stolen one can be tried. */
public final class CodeHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param key at least 32 bytes */
    CodeHash(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Of a code on a slip, in hex. */
    public String of(InvitationCode code) {
        return hex("code", code.text());
    }

    /** Of a person who may sign in instead, by the subject that the official sign-in calls them; in hex. */
    public String ofPerson(String subject) {
        return hex("person", subject);
    }

    /** Of a mailbox to which a code is sent, in hex. */
    public String ofAddress(String mailbox) {
        return hex("address", mailbox);
    }

    /** Of somebody who reports with this code or token, in hex: another one than that of the invitation or the answer. */
    String ofReporter(String codeOrToken) {
        return hex("reporter", codeOrToken);
    }

    private String hex(String kind, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
