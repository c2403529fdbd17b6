package org.prongsai.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** An issuer for tests: publishes its key like the real one and mints any token, honest or not. */
public final class TestTokens implements AutoCloseable {

    private static final String KEY_ID = "test";

    private final HttpServer server;
    private final RSAKey key = newKey();
    private final RSAKey foreignKey = newKey();

    private TestTokens(HttpServer server) {
        this.server = server;
        answer("/oauth2/jwks", new JWKSet(key).toString(true));
        answer("/.well-known/openid-configuration", """
                {"issuer":"%1$s","jwks_uri":"%1$s/oauth2/jwks","token_endpoint":"%1$s/oauth2/token",\
                "authorization_endpoint":"%1$s/oauth2/authorize","response_types_supported":["code"],\
                "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer()));
        server.start();
    }

    public static TestTokens start() {
        try {
            return new TestTokens(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for the test issuer", e);
        }
    }

    /** As {@code PRONGSAI_ISSUER} wants it. */
    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Valid for a quarter of an hour. */
    public String token(String subject, Collection<String> roles, Collection<String> agencies) {
        return token(subject, roles, agencies, Instant.now().plus(Duration.ofMinutes(15)));
    }

    public String token(String subject, Collection<String> roles, Collection<String> agencies, Instant expires) {
        return sign(claims(subject, roles, agencies, expires).build(), key);
    }

    /** Ended an hour ago, longer than any tolerance for clocks. */
    public String expired(String subject, Collection<String> roles, Collection<String> agencies) {
        return token(subject, roles, agencies, Instant.now().minus(Duration.ofHours(1)));
    }

    /** Names the published key, but another one signed it. */
    public String forged(String subject, Collection<String> roles, Collection<String> agencies) {
        var expires = Instant.now().plus(Duration.ofMinutes(15));
        return sign(claims(subject, roles, agencies, expires).build(), foreignKey);
    }

    /** Properly signed, for somebody else's application. */
    public String forAudience(String audience, String subject, Collection<String> roles) {
        var expires = Instant.now().plus(Duration.ofMinutes(15));
        return sign(
                claims(subject, roles, List.of(), expires).audience(audience).build(), key);
    }

    /** Properly signed, naming another issuer. */
    public String fromIssuer(String issuer, String subject, Collection<String> roles) {
        var expires = Instant.now().plus(Duration.ofMinutes(15));
        return sign(claims(subject, roles, List.of(), expires).issuer(issuer).build(), key);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private JWTClaimsSet.Builder claims(
            String subject, Collection<String> roles, Collection<String> agencies, Instant expires) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .audience("prongsai")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(expires.minus(Duration.ofMinutes(15))))
                .notBeforeTime(Date.from(expires.minus(Duration.ofMinutes(15))))
                .expirationTime(Date.from(expires))
                .claim("roles", List.copyOf(roles))
                .claim("agencies", List.copyOf(agencies));
    }

    private static String sign(JWTClaimsSet claims, RSAKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY_ID).build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(KEY_ID).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot make a key", e);
        }
    }

    private void answer(String path, String json) {
        server.createContext(path, exchange -> send(exchange, json.getBytes(StandardCharsets.UTF_8)));
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
