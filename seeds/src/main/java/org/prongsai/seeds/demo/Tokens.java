package org.prongsai.seeds.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The tokens of one pool: thirty-two bytes each (SHA-256 of where the person stands), as base64url, that no two people share. */
final class Tokens {

    private final String path;
    private final MessageDigest sha256 = sha256();
    private final Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();

    Tokens(String path) {
        this.path = path + "/";
    }

    String of(int number) {
        return encoder.encodeToString(sha256.digest((path + number + "/token").getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
