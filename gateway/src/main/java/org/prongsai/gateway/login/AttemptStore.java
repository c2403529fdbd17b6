package org.prongsai.gateway.login;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.gateway.problem.ProblemWriter;
import org.prongsai.gateway.session.CookieWriter;
import org.prongsai.gateway.session.SealWriter;
import org.prongsai.gateway.signin.RegistrationClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what is asked of the issuer where any gateway finds it when the answer comes: sealed, in a cookie, for ten minutes. */
@Component
class AttemptStore implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KIND = "sign-in";
    private static final String NAME = "prongsai-way";

    private final SealWriter seal;
    private final CookieWriter cookies;
    private final RegistrationClient registrations;

    AttemptStore(SealWriter seal, CookieWriter cookies, RegistrationClient registrations) {
        this.seal = seal;
        this.cookies = cookies;
        this.registrations = registrations;
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> {
            if (request == null) {
                cookies.clear(exchange, NAME);
            } else {
                String json = JSON.writeValueAsString(attempt(request, exchange));
                cookies.write(exchange, NAME, seal.seal(KIND, json), Attempt.LASTS);
            }
        });
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.justOrEmpty(read(exchange))
                .flatMap(attempt -> registrations.registration().map(registration -> request(attempt, registration)));
    }

    /** An answer ends one attempt, and only the one that it belongs to. */
    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return loadAuthorizationRequest(exchange).doOnNext(_ -> cookies.clear(exchange, NAME));
    }

    private Optional<Attempt> read(ServerWebExchange exchange) {
        MultiValueMap<String, String> answer = exchange.getRequest().getQueryParams();
        Optional<Attempt> attempt = Optional.ofNullable(cookies.read(exchange, NAME))
                .flatMap(text -> seal.open(KIND, text))
                .flatMap(AttemptStore::parse);
        attempt.ifPresent(found -> exchange.getAttributes().put(ProblemWriter.WANTED, found.to()));
        return attempt.filter(found ->
                saysSomething(answer) && found.isEndedBy(answer.getFirst(OAuth2ParameterNames.STATE), Instant.now()));
    }

    private static boolean saysSomething(MultiValueMap<String, String> answer) {
        return List.of(OAuth2ParameterNames.CODE, OAuth2ParameterNames.ERROR).stream()
                .map(answer::getFirst)
                .anyMatch(value -> value != null && !value.isBlank());
    }

    private static Attempt attempt(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return new Attempt(
                Objects.requireNonNull(request.getState()),
                attribute(request, OidcParameterNames.NONCE),
                attribute(request, PkceParameterNames.CODE_VERIFIER),
                Destination.of(exchange.getRequest().getQueryParams().getFirst("to")),
                Instant.now());
    }

    private static String attribute(OAuth2AuthorizationRequest request, String name) {
        return String.valueOf(request.getAttributes().get(name));
    }

    private static OAuth2AuthorizationRequest request(Attempt attempt, ClientRegistration registration) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(registration.getRedirectUri())
                .scopes(registration.getScopes())
                .state(attempt.state())
                .attributes(attributes -> attributes.putAll(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID, registration.getRegistrationId(),
                        OidcParameterNames.NONCE, attempt.nonce(),
                        PkceParameterNames.CODE_VERIFIER, attempt.verifier())))
                .build();
    }

    private static Optional<Attempt> parse(String json) {
        try {
            return Optional.of(JSON.readValue(json, Attempt.class));
        } catch (JacksonException ofAnotherVersion) {
            return Optional.empty();
        }
    }
}
