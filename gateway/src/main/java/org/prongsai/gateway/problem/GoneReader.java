package org.prongsai.gateway.problem;

import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.Connection;

/** Reads from a request whether its caller has gone, since whatever then goes wrong is nobody's fault. */
final class GoneReader {
    private GoneReader() {}

    static boolean gone(ServerWebExchange exchange) {
        Object request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        boolean gone = request instanceof Connection caller && !caller.channel().isActive();
        if (gone) {
            // Else the meters would count an answer that nobody got.
            ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                    .ifPresent(observed -> observed.setConnectionAborted(true));
        }
        return gone;
    }
}
