package org.prongsai.gateway.edge;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Adds the safety headers to every answer, and keeps what a signed-in caller sees out of caches unless its service decided. */
@Component
@Order(-500)
class SafetyFilter implements WebFilter {
    private final CallerReader callers;

    SafetyFilter(CallerReader callers) {
        this.callers = callers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> protect(exchange)));
        return chain.filter(exchange);
    }

    private void protect(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        SafetyHeaders.ALWAYS.forEach((name, value) -> setIfAbsent(headers, name, value));
        String path = exchange.getRequest().getPath().value();
        setIfAbsent(headers, "Referrer-Policy", SafetyHeaders.referrerPolicy(path));
        setIfAbsent(headers, "Content-Security-Policy", SafetyHeaders.contentPolicy(path));
        if (callers.isHttps(exchange.getRequest())) {
            setIfAbsent(headers, "Strict-Transport-Security", SafetyHeaders.HSTS);
        }
        if (exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
            setIfAbsent(headers, HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static void setIfAbsent(HttpHeaders headers, String name, String value) {
        if (!headers.containsHeader(name)) {
            headers.set(name, value);
        }
    }
}
