package org.prongsai.gateway;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A session as a gateway would have written it a while ago, so that no test waits for time to pass. */
final class SealedCookie {
    static final String KEY = key(1);
    static final String OLD_KEY = key(2);
    static final String FOREIGN_KEY = key(3);

    private String key = KEY;
    private String kind = "session";
    private Duration left = Duration.ofMinutes(10);
    private Duration begun = Duration.ofMinutes(5);
    private Duration idle = Duration.ZERO;

    SealedCookie under(String other) {
        key = other;
        return this;
    }

    SealedCookie as(String other) {
        kind = other;
        return this;
    }

    SealedCookie tokenEndsIn(Duration duration) {
        left = duration;
        return this;
    }

    SealedCookie begunBefore(Duration duration) {
        begun = duration;
        return this;
    }

    SealedCookie idleFor(Duration duration) {
        idle = duration;
        return this;
    }

    String of(String access, String refresh, String id) {
        Instant now = Instant.now();
        String json = EchoServer.JSON.writeValueAsString(Map.of(
                "access",
                access,
                "refresh",
                refresh,
                "id",
                id,
                "expires",
                now.plus(left),
                "began",
                now.minus(begun),
                "used",
                now.minus(idle)));
        try {
            JWEObject sealed = new JWEObject(
                    new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                            .contentType(kind)
                            .build(),
                    new Payload(json));
            sealed.encrypt(new DirectEncrypter(Base64.getUrlDecoder().decode(key)));
            return "1-" + sealed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a cookie of one piece holds, opened with one key and no other. */
    static JsonNode opened(String cookie, String key) {
        try {
            JWEObject sealed = JWEObject.parse(cookie.substring(2));
            sealed.decrypt(new DirectDecrypter(Base64.getUrlDecoder().decode(key)));
            return EchoServer.JSON.readTree(sealed.getPayload().toString());
        } catch (ParseException | JOSEException e) {
            throw new AssertionError("Not sealed under this key", e);
        }
    }

    private static String key(int number) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) number;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
