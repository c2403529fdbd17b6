package org.prongsai.gateway.login;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.gateway.problem.Reason;
import org.prongsai.gateway.problem.Refusal;
import org.prongsai.gateway.session.Session;
import org.prongsai.gateway.session.SessionFilter;
import org.prongsai.gateway.session.SessionStore;
import org.prongsai.gateway.signin.IssuerClient;
import org.prongsai.gateway.signin.SignInSettings;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Signs people out: here at once, and at the issuer where it offers that. */
@RestController
class SignOutEndpoint {
    private static final URI FRONT = URI.create("/");

    private final SessionStore sessions;
    private final SessionFilter filter;
    private final IssuerClient issuer;
    private final String origin;

    SignOutEndpoint(SessionStore sessions, SessionFilter filter, IssuerClient issuer, SignInSettings settings) {
        this.sessions = sessions;
        this.filter = filter;
        this.issuer = issuer;
        this.origin = settings.origin();
    }

    @PostMapping("/sign-out")
    Mono<ResponseEntity<Void>> signOut(ServerWebExchange exchange) {
        if (!filter.isOurs(exchange.getRequest())) {
            return Mono.error(new Refusal(Reason.FOREIGN_PAGE));
        }
        Optional<Session> session = sessions.read(exchange);
        sessions.clear(exchange);
        return Mono.justOrEmpty(session)
                .flatMap(ended -> issuer.discovery().mapNotNull(found -> atIssuer(found, ended)))
                .onErrorResume(_ -> Mono.empty())
                .defaultIfEmpty(FRONT)
                .map(next -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(next)
                        .build());
    }

    private @Nullable URI atIssuer(IssuerClient.Discovery found, Session ended) {
        String end = found.endSessionEndpoint();
        return end == null
                ? null
                : UriComponentsBuilder.fromUriString(end)
                        .queryParam("id_token_hint", "{id}")
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .encode()
                        .buildAndExpand(ended.id(), origin + "/")
                        .toUri();
    }
}
