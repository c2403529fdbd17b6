package org.prongsai.gateway.edge;

import java.time.Duration;
import java.util.List;
import org.prongsai.gateway.problem.Reason;
import org.prongsai.gateway.problem.Refusal;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets web pages of the configured origins call the API; other origins get no permission, which their browsers enforce. */
@Component
@Order(-300)
class CorsFilter implements WebFilter {
    private final DefaultCorsProcessor processor = new DefaultCorsProcessor();
    private final CorsConfiguration permission;

    CorsFilter(EdgeSettings settings) {
        permission = permission(settings.corsOrigins());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        boolean asking = CorsUtils.isPreFlightRequest(request);
        String origin = request.getHeaders().getOrigin();
        if (origin == null || permission.checkOrigin(origin) == null) {
            return asking ? Mono.error(new Refusal(Reason.FOREIGN_ORIGIN)) : chain.filter(exchange);
        }
        if (!processor.process(permission, exchange)) {
            return Mono.error(new Refusal(Reason.FOREIGN_ORIGIN));
        }
        return asking ? Mono.empty() : chain.filter(exchange);
    }

    private static CorsConfiguration permission(List<String> origins) {
        CorsConfiguration permission = new CorsConfiguration();
        permission.setAllowedOrigins(origins);
        permission.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        permission.setAllowedHeaders(List.of(
                HttpHeaders.ACCEPT,
                HttpHeaders.ACCEPT_LANGUAGE,
                HttpHeaders.AUTHORIZATION,
                HttpHeaders.CONTENT_TYPE,
                HttpHeaders.IF_MATCH,
                HttpHeaders.IF_NONE_MATCH,
                "Idempotency-Key",
                "X-Request-Id"));
        permission.setExposedHeaders(List.of(
                HttpHeaders.ETAG,
                HttpHeaders.LINK,
                HttpHeaders.LOCATION,
                HttpHeaders.RETRY_AFTER,
                HttpHeaders.WWW_AUTHENTICATE,
                "X-Request-Id"));
        permission.setMaxAge(Duration.ofHours(1));
        return permission;
    }
}
