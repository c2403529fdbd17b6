package org.prongsai.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prongsai.gateway.signin.TokenClient;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Has sessions renewed, each once however many of its requests want it at the same time. */
@Component
class RefreshClient {
    /** Requests that were on their way with the old cookie meanwhile are given the same new tokens. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private static final int AT_MOST = 5000;
    private static final Duration UNSAID = Duration.ofMinutes(1);

    private final TokenClient tokens;
    private final Cache<String, Mono<Session.Tokens>> renewals = Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfterWrite(REMEMBERED)
            .build();

    RefreshClient(TokenClient tokens) {
        this.tokens = tokens;
    }

    /** Nothing when the issuer refuses. */
    Mono<Session> renew(Session session) {
        String refresh = Objects.requireNonNull(session.refresh());
        return Objects.requireNonNull(renewals.get(refresh, _ -> ask(session, refresh)))
                .map(renewed -> session.renewed(renewed, Instant.now()));
    }

    private Mono<Session.Tokens> ask(Session session, String refresh) {
        return tokens.refresh(session.access(), session.expires(), refresh)
                .map(RefreshClient::read)
                .doOnError(_ -> renewals.invalidate(refresh))
                .cache();
    }

    private static Session.Tokens read(OAuth2AccessTokenResponse given) {
        Instant expires = given.getAccessToken().getExpiresAt();
        return new Session.Tokens(
                given.getAccessToken().getTokenValue(),
                given.getRefreshToken() == null ? null : given.getRefreshToken().getTokenValue(),
                text(given.getAdditionalParameters().get("id_token")),
                expires == null ? Instant.now().plus(UNSAID) : expires);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}
