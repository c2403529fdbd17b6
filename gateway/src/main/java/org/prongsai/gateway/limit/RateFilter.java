package org.prongsai.gateway.limit;

import io.github.bucket4j.TimeMeter;
import org.prongsai.gateway.edge.CallerReader;
import org.prongsai.gateway.problem.Reason;
import org.prongsai.gateway.problem.Refusal;
import org.prongsai.gateway.route.DoorFilter;
import org.prongsai.gateway.route.Kind;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Holds everyone to their share: answers by the unit they are about and never by address, since a whole office may sit
 * behind one; signed-in callers by their verified token; everybody else by network.
 */
@Component
@Order(0)
class RateFilter implements WebFilter {
    private final CallerReader callers;
    private final Buckets buckets;

    RateFilter(CallerReader callers, LimitSettings settings) {
        this.callers = callers;
        this.buckets = new Buckets(settings, TimeMeter.SYSTEM_NANOTIME);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return share(exchange).flatMap(share -> {
            long seconds = buckets.take(share);
            return seconds == 0 ? chain.filter(exchange) : Mono.error(tooOften(seconds));
        });
    }

    private Mono<Share> share(ServerWebExchange exchange) {
        DoorFilter.Entry entry = DoorFilter.entry(exchange);
        if (entry != null && isAnswer(exchange, entry)) {
            return Mono.just(ofAnswer(entry));
        }
        Mono<Share> network = Mono.fromSupplier(() -> Share.network(callers.network(exchange.getRequest())));
        return exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                ? ofCaller().switchIfEmpty(network)
                : network;
    }

    private static boolean isAnswer(ServerWebExchange exchange, DoorFilter.Entry entry) {
        return entry.door().kind() == Kind.ANSWERING
                && exchange.getRequest().getMethod().equals(HttpMethod.POST)
                && entry.values().containsKey("agency");
    }

    private static Share ofAnswer(DoorFilter.Entry entry) {
        return Share.answering(
                entry.door().id(),
                entry.values().getOrDefault("round", ""),
                entry.values().getOrDefault("agency", ""));
    }

    private static Mono<Share> ofCaller() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .mapNotNull(authentication -> authentication.getPrincipal() instanceof Jwt token ? token : null)
                .map(token -> Share.caller(claim(token, "sub"), claim(token, "client_id") + claim(token, "azp")));
    }

    private static String claim(Jwt token, String name) {
        String value = token.getClaimAsString(name);
        return value == null ? "" : value;
    }

    private static Refusal tooOften(long seconds) {
        return new Refusal(Reason.TOO_OFTEN, seconds).with(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
