package org.prongsai.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer of tokens that can stop answering, and counts how often it is asked for its keys. */
class MoodyIssuer extends EchoServer {
    final AtomicInteger keyRequests = new AtomicInteger();
    volatile boolean away;
    private final RSAKey key = newKey("first");
    private final RSAKey falseKey = newKey("first");
    private final RSAKey unknownKey = newKey("unknown");

    MoodyIssuer() {
        super("issuer", "/");
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/keys")) {
            keyRequests.incrementAndGet();
        }
        if (away) {
            reply(exchange, 500, "{}");
        } else if (path.endsWith("/keys")) {
            reply(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
        } else {
            reply(exchange, 200, """
                    {"issuer": "%1$s", "token_endpoint": "%1$s/oauth2/token", "jwks_uri": "%1$s/keys",
                     "authorization_endpoint": "%1$s/oauth2/authorize", "end_session_endpoint": "%1$s/end"}
                    """.formatted(base()));
        }
    }

    String token(String subject) {
        return signed(key, claims(subject).build());
    }

    String expired(String subject) {
        return signed(
                key,
                claims(subject)
                        .expirationTime(Date.from(Instant.now().minusSeconds(3600)))
                        .build());
    }

    String forOthers(String subject) {
        return signed(key, claims(subject).audience("others").build());
    }

    String ofOtherIssuer(String subject) {
        return signed(key, claims(subject).issuer("http://elsewhere").build());
    }

    /** Signed with a key of the same name that is not the issuer's. */
    String forged(String subject) {
        return signed(falseKey, claims(subject).build());
    }

    String withUnknownKey(String subject) {
        return signed(unknownKey, claims(subject).build());
    }

    /** Signed with the issuer's public key as if it were a shared secret. */
    String confused(String subject) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(),
                    claims(subject).build());
            jwt.sign(new MACSigner(key.toPublicJWK().toJSONString().getBytes()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String signed(JWTClaimsSet claims) {
        return signed(key, claims);
    }

    JWTClaimsSet.Builder claims(String subject) {
        return new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer(base().toString())
                .audience(List.of("prongsai"))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("roles", List.of("auditor"));
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
