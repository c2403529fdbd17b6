package org.prongsai.gateway.signin;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prongsai.gateway.problem.Reason;
import org.prongsai.gateway.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;

/** Asks the issuer, when first needed and not before, where its tokens are made and which keys sign them. */
@Component
public class IssuerClient {
    static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384);
    private static final Logger LOG = LoggerFactory.getLogger(IssuerClient.class);
    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);
    /** After a failure and after an unknown key the issuer is left alone for a while, whatever callers send. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** What the issuer's discovery document says; who signs in with a browser needs more of it than whoever brings a token. */
    public record Discovery(
            String tokenEndpoint,
            String keys,
            @Nullable String authorizationEndpoint,
            @Nullable String endSessionEndpoint) {}

    private final SignInSettings settings;
    private final WebClient http;
    private final Mono<Discovery> discovery;
    private final Mono<JWKSet> freshKeys;
    private volatile JWKSet keys = new JWKSet();
    private volatile String without = "nobody has brought a token yet";

    IssuerClient(SignInSettings settings) {
        this.settings = settings;
        this.http = http(settings);
        this.discovery = Mono.defer(this::discover).cache(_ -> FOR_EVER, _ -> PAUSE, () -> PAUSE);
        this.freshKeys = Mono.defer(this::fetchKeys).cache(_ -> PAUSE, _ -> PAUSE, () -> PAUSE);
    }

    /** What to tell whoever needs the issuer while it does not answer. */
    public static Refusal away() {
        return new Refusal(Reason.ISSUER_AWAY).with(HttpHeaders.RETRY_AFTER, "5");
    }

    public Mono<Discovery> discovery() {
        return discovery;
    }

    /** What is known of its keys, in words. */
    String condition() {
        return keys.isEmpty() ? without : "known";
    }

    /** The keys that may have signed this token, asking the issuer again only for a key we do not know. */
    Flux<JWK> keysFor(SignedJWT token) {
        if (!ALGORITHMS.contains(token.getHeader().getAlgorithm())) {
            return Flux.empty();
        }
        JWKSelector selector = new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader()));
        List<JWK> known = selector.select(keys);
        return known.isEmpty() ? freshKeys.flatMapIterable(selector::select) : Flux.fromIterable(known);
    }

    /** How the issuer is spoken to, without waiting longer than is set. */
    static WebClient http(SignInSettings settings) {
        return WebClient.builder()
                .clientConnector(
                        new ReactorClientHttpConnector(HttpClient.create().responseTimeout(settings.timeout())))
                .build();
    }

    private Mono<Discovery> discover() {
        return http.get()
                .uri(settings.issuer() + "/.well-known/openid-configuration")
                .retrieve()
                .bodyToMono(JsonNode.class)
                .timeout(settings.timeout())
                .map(this::read);
    }

    private Discovery read(JsonNode document) {
        String issuer = document.path("issuer").asString("");
        if (!issuer.equals(settings.issuer())) {
            throw new IllegalStateException(
                    "prongsai.sign-in.issuer is '%s', but it calls itself '%s'".formatted(settings.issuer(), issuer));
        }
        return new Discovery(
                document.required("token_endpoint").asString(),
                document.required("jwks_uri").asString(),
                address(document, "authorization_endpoint"),
                address(document, "end_session_endpoint"));
    }

    private static @Nullable String address(JsonNode document, String name) {
        String address = document.path(name).asString("");
        return address.isEmpty() ? null : address;
    }

    private Mono<JWKSet> fetchKeys() {
        return discovery
                .flatMap(found -> http.get().uri(found.keys()).retrieve().bodyToMono(String.class))
                .timeout(settings.timeout())
                .map(IssuerClient::parse)
                .doOnNext(fetched -> keys = fetched)
                .doOnError(fault -> {
                    without = "cannot be had: " + fault.getClass().getSimpleName();
                    LOG.warn("The issuer's keys cannot be had: {}", fault.toString());
                });
    }

    private static JWKSet parse(String json) {
        try {
            return JWKSet.parse(json);
        } catch (ParseException unreadable) {
            throw new IllegalStateException("The issuer's keys cannot be read", unreadable);
        }
    }
}
