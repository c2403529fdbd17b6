package org.prongsai.gateway.edge;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses the requests whose address could not be read. */
@Component
@Order(-250)
class AddressFilter implements WebFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getRequest().getPath().value().equals(AddressReader.UNREADABLE)
                ? Mono.error(
                        AddressReader.refusal(exchange.getRequest().getURI().getQuery()))
                : chain.filter(exchange);
    }
}
