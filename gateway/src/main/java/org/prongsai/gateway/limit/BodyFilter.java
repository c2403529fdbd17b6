package org.prongsai.gateway.limit;

import org.prongsai.gateway.problem.Reason;
import org.prongsai.gateway.problem.Refusal;
import org.prongsai.gateway.route.DoorFilter;
import org.prongsai.gateway.route.Kind;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses bodies that are too large: at once when they say so, else at the byte too many. */
@Component
class BodyFilter implements GlobalFilter, Ordered {
    private final long ordinary;
    private final long bulk;

    BodyFilter(LimitSettings settings) {
        ordinary = settings.body().toBytes();
        bulk = settings.bulkBody().toBytes();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        long limit = limit(exchange);
        long announced = exchange.getRequest().getHeaders().getContentLength();
        if (announced > limit) {
            return Mono.error(tooLarge(limit));
        }
        return chain.filter(announced >= 0 ? exchange : counting(exchange, limit));
    }

    private long limit(ServerWebExchange exchange) {
        DoorFilter.Entry entry = DoorFilter.entry(exchange);
        return entry != null && entry.door().kind() == Kind.BULK ? bulk : ordinary;
    }

    private static ServerWebExchange counting(ServerWebExchange exchange, long limit) {
        ServerHttpRequest request = exchange.getRequest();
        return exchange.mutate()
                .request(new ServerHttpRequestDecorator(request) {
                    @Override
                    public Flux<DataBuffer> getBody() {
                        return upTo(limit, super.getBody());
                    }
                })
                .build();
    }

    /** The body as long as it is no longer than the limit, in bytes; else a refusal at the byte too many. */
    static Flux<DataBuffer> upTo(long limit, Flux<DataBuffer> body) {
        long[] seen = {0};
        return body.doOnNext(buffer -> {
            seen[0] += buffer.readableByteCount();
            if (seen[0] > limit) {
                // Nobody after us will see this part, so nobody else gives its memory back.
                DataBufferUtils.release(buffer);
                throw tooLarge(limit);
            }
        });
    }

    private static Refusal tooLarge(long limit) {
        return new Refusal(Reason.BODY_TOO_LARGE, Long.toString(limit));
    }
}
