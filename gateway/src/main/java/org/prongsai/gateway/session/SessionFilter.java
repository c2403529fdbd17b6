package org.prongsai.gateway.session;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prongsai.gateway.problem.ProblemType;
import org.prongsai.gateway.problem.Reason;
import org.prongsai.gateway.problem.Refusal;
import org.prongsai.gateway.route.DoorFilter;
import org.prongsai.gateway.signin.RegistrationClient;
import org.prongsai.gateway.signin.SignInSettings;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Makes a bearer token of the cookie of whoever is signed in, before tokens are verified: from there on a browser is a caller
 * like any other. On the way of an answer, and where something is said without a name, nobody is anybody.
 */
@Component
@Order(-200)
public class SessionFilter implements WebFilter {
    private static final String ENDS = SessionFilter.class.getName();
    /** Who signs in or out needs no token for it. */
    private static final Set<String> WITHOUT =
            Set.of("/sign-in", "/sign-out", "/login/oauth2/code/" + RegistrationClient.ID);

    /** Letters of pages where somebody answers: that they are fetched says nothing about who is signed in. */
    private static final String FONTS = "/docs/fonts/";

    private final SessionStore sessions;
    private final RefreshClient refreshing;
    private final Lifetime lifetime;
    private final OwnPages pages;

    SessionFilter(SessionStore sessions, RefreshClient refreshing, SessionSettings settings, SignInSettings signIn) {
        this.sessions = sessions;
        this.refreshing = refreshing;
        this.lifetime = settings.spans();
        this.pages = new OwnPages(signIn.origin());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!counts(exchange)) {
            return chain.filter(exchange);
        }
        return sessions.read(exchange)
                .map(session -> follow(session, exchange, chain))
                .orElseGet(() -> chain.filter(exchange));
    }

    /** When the session ends that a request came with, if nothing more is done. */
    public static @Nullable Instant end(ServerWebExchange exchange) {
        return exchange.getAttribute(ENDS);
    }

    /** Whether a request that changes something comes from a page of ours. */
    public boolean isOurs(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        return pages.allow(
                request.getMethod().name(),
                request.getPath().value(),
                headers.getFirst("Sec-Fetch-Site"),
                headers.getOrigin());
    }

    private static boolean counts(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        DoorFilter.Entry entry = DoorFilter.entry(exchange);
        return !request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                && !WITHOUT.contains(request.getPath().value())
                && !request.getPath().value().startsWith(FONTS)
                && (entry == null
                        || entry.door().kind().knowsBrowsers(request.getMethod().name()));
    }

    private Mono<Void> follow(Session session, ServerWebExchange exchange, WebFilterChain chain) {
        if (!isOurs(exchange.getRequest())) {
            return Mono.error(new Refusal(Reason.FOREIGN_PAGE));
        }
        Instant now = Instant.now();
        if (lifetime.wantsRefresh(session, now)) {
            return renewed(session, exchange, now)
                    .flatMap(renewed -> relay(renewed, exchange, chain).thenReturn(true))
                    .switchIfEmpty(Mono.defer(() -> {
                        sessions.clear(exchange);
                        return chain.filter(exchange).thenReturn(true);
                    }))
                    .then();
        }
        if (lifetime.wantsNote(session, now)) {
            sessions.write(exchange, session.usedAt(now));
        }
        return relay(session, exchange, chain);
    }

    /** Without anything to renew it with, a session lasts as long as its token. */
    private Mono<Session> renewed(Session session, ServerWebExchange exchange, Instant now) {
        if (session.refresh() == null) {
            return Mono.just(session).filter(_ -> now.isBefore(session.expires()));
        }
        return refreshing.renew(session).doOnNext(renewed -> sessions.write(exchange, renewed));
    }

    private Mono<Void> relay(Session session, ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getAttributes().put(ENDS, lifetime.end(session));
        ServerHttpResponse response = exchange.getResponse();
        response.beforeCommit(() -> Mono.fromRunnable(() -> keepOutOfCaches(response.getHeaders())));
        ServerWebExchange bearing = exchange.mutate()
                .request(request -> request.headers(headers -> headers.setBearerAuth(session.access())))
                .build();
        return chain.filter(bearing).onErrorResume(Refusal.class, refusal -> {
            // A token that we do not take ourselves will be no better next time.
            if (refusal.reason().type() == ProblemType.NOT_SIGNED_IN) {
                sessions.clear(exchange);
            }
            return Mono.error(refusal);
        });
    }

    private static void keepOutOfCaches(HttpHeaders headers) {
        if (!headers.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
