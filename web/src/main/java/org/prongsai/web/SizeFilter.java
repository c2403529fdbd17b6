package org.prongsai.web;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Bounds every body, imports more generously. The codecs' own limit cannot stand alone: it does not see streams, and on
 * reaching it Spring 7.0 releases a Netty buffer twice, which closes the connection under the answer.
 */
final class SizeFilter implements WebFilter, Ordered {
    private static final Set<String> FILES = Set.of("csv", "x-ndjson", "yaml", "x-yaml");
    private final long body;
    private final long file;

    SizeFilter(DataSize body, DataSize file) {
        this.body = body.toBytes();
        this.file = file.toBytes();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        var limit = isFile(headers.getContentType()) ? file : body;
        if (headers.getContentLength() > limit) return Mono.error(tooLarge(limit));
        if (headers.getContentLength() >= 0) return chain.filter(exchange);
        return chain.filter(exchange.mutate().request(bounded(exchange, limit)).build());
    }

    private static ServerHttpRequestDecorator bounded(ServerWebExchange exchange, long limit) {
        return new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(() -> bounded(super.getBody(), new AtomicLong(limit), limit));
            }
        };
    }

    private static Flux<DataBuffer> bounded(Flux<DataBuffer> body, AtomicLong left, long limit) {
        return body.handle((buffer, next) -> {
            if (left.addAndGet(-buffer.readableByteCount()) >= 0) {
                next.next(buffer);
                return;
            }
            DataBufferUtils.release(buffer);
            next.error(tooLarge(limit));
        });
    }

    private static Refusal tooLarge(long limit) {
        return Problem.of(ProblemType.TOO_LARGE, limit).refusal();
    }

    private static boolean isFile(@Nullable MediaType type) {
        return type != null && FILES.contains(type.getSubtype());
    }
}
