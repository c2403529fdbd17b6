package org.prongsai.gateway.login;

import java.time.Duration;
import java.time.Instant;
import org.prongsai.gateway.session.Session;
import org.prongsai.gateway.session.SessionStore;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Begins the session of whoever has come back from the issuer. */
@Component
class ArrivalStore implements ServerOAuth2AuthorizedClientRepository {
    private static final Duration UNSAID = Duration.ofMinutes(1);

    private final SessionStore sessions;

    ArrivalStore(SessionStore sessions) {
        this.sessions = sessions;
    }

    @Override
    public Mono<Void> saveAuthorizedClient(
            OAuth2AuthorizedClient arrived, Authentication who, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> sessions.write(exchange, session(arrived, who, Instant.now())));
    }

    /** Sessions are read where every request comes by. */
    @Override
    public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(
            String registration, Authentication who, ServerWebExchange exchange) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> removeAuthorizedClient(String registration, Authentication who, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> sessions.clear(exchange));
    }

    private static Session session(OAuth2AuthorizedClient arrived, Authentication who, Instant now) {
        Instant expires = arrived.getAccessToken().getExpiresAt();
        return new Session(
                arrived.getAccessToken().getTokenValue(),
                arrived.getRefreshToken() == null
                        ? null
                        : arrived.getRefreshToken().getTokenValue(),
                who.getPrincipal() instanceof OidcUser user ? user.getIdToken().getTokenValue() : "",
                expires == null ? now.plus(UNSAID) : expires,
                now,
                now);
    }
}
