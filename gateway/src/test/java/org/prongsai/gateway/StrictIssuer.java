package org.prongsai.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An issuer that signs everybody in at once, but takes a code or a refresh token once, and only with all that proves it. */
final class StrictIssuer extends MoodyIssuer {
    static final String SECRET = "s e/cret";
    final AtomicInteger refreshes = new AtomicInteger();
    /** Whatever was asked for, the id token carries this nonce. */
    volatile @Nullable String falseNonce;

    volatile List<String> agencies = List.of("imm-chiangmai");
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();

    @Override
    void answer(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/oauth2/authorize" -> authorize(exchange);
            case "/oauth2/token" -> give(exchange);
            default -> super.answer(exchange);
        }
    }

    /** As if somebody had signed in a while ago. */
    String refreshToken(String subject) {
        String token = "refresh-" + UUID.randomUUID();
        refreshTokens.put(token, subject);
        return token;
    }

    String idToken(String subject) {
        return idToken(subject, "n");
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        String state = URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + state);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void give(HttpExchange exchange) throws IOException {
        Map<String, String> asked =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (away) {
            reply(exchange, 503, "{}");
        } else if (!isOurClient(exchange)) {
            reply(exchange, 401, "{\"error\": \"invalid_client\"}");
        } else if (asked.get("grant_type").equals("refresh_token")) {
            refreshes.incrementAndGet();
            reply(exchange, refreshTokens.remove(asked.get("refresh_token")), null);
        } else {
            Map<String, String> code = codes.remove(asked.get("code"));
            boolean proven = code != null && isProven(code, asked);
            reply(exchange, proven ? "demo-coordinator" : null, proven ? code.get("nonce") : null);
        }
    }

    private void reply(HttpExchange exchange, @Nullable String subject, @Nullable String nonce) throws IOException {
        if (subject == null) {
            reply(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        reply(exchange, 200, """
                {"access_token": "%s", "token_type": "Bearer", "expires_in": 900, "refresh_token": "%s", "id_token": "%s"}
                """.formatted(accessToken(subject), refreshToken(subject), idToken(subject, nonce)));
    }

    String accessToken(String subject) {
        return signed(claims(subject)
                .claim("roles", List.of("coordinator"))
                .claim("agencies", agencies)
                .jwtID(UUID.randomUUID().toString())
                .build());
    }

    private String idToken(String subject, @Nullable String nonce) {
        return signed(claims(subject)
                .audience("prongsai-gateway")
                .issueTime(Date.from(Instant.now()))
                .claim("nonce", falseNonce == null ? nonce : falseNonce)
                .build());
    }

    private static boolean isProven(Map<String, String> code, Map<String, String> asked) {
        return code.get("code_challenge_method").equals("S256")
                && code.get("code_challenge").equals(hash(asked.get("code_verifier")))
                && code.get("redirect_uri").equals(asked.get("redirect_uri"));
    }

    private static boolean isOurClient(HttpExchange exchange) {
        String basic = exchange.getRequestHeaders().getFirst("Authorization");
        String pair = "prongsai-gateway:" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        return ("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))).equals(basic);
    }

    private static String hash(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    static Map<String, String> parameters(URI address) {
        return parameters(address.getRawQuery());
    }
}
