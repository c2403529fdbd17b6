package org.prongsai.assessment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that no database holds, and what follows from it: for every purpose something else, which nobody without it can make. */
public final class Secret {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param key at least 32 bytes */
    public Secret(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** HMAC-SHA-256 of these words, for this purpose alone. */
    public byte[] derive(String purpose, String... words) {
        var mac = begin(purpose);
        for (String word : words) {
            add(mac, word.getBytes(StandardCharsets.UTF_8));
        }
        return mac.doFinal();
    }

    /** The same of bytes. */
    public byte[] derive(String purpose, byte[] bytes) {
        var mac = begin(purpose);
        add(mac, bytes);
        return mac.doFinal();
    }

    private Mac begin(String purpose) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            add(mac, purpose.getBytes(StandardCharsets.UTF_8));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** With its length, so that no two lists of words look alike. */
    private static void add(Mac mac, byte[] bytes) {
        mac.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        mac.update(bytes);
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
