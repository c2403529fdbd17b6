package org.prongsai.web;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Bounds every body, streams included (the codecs' own limit sees only what is gathered), imports more generously and what
 * anybody may write in free words less.
 */
final class SizeFilter implements WebFilter, Ordered {
    private static final Set<String> FILES = Set.of("csv", "x-ndjson", "yaml", "x-yaml");
    private static final Pattern COMMENTS = Pattern.compile("/api/v1/rounds/[^/]+/agencies/[^/]+/comments(/.*)?");

    private final long body;
    private final long file;
    private final long comment;

    SizeFilter(DataSize body, DataSize file, DataSize comment) {
        this.body = body.toBytes();
        this.file = file.toBytes();
        this.comment = comment.toBytes();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        var limit = limit(exchange.getRequest());
        if (headers.getContentLength() > limit) return Mono.error(tooLarge(limit));
        if (headers.getContentLength() >= 0) return chain.filter(exchange);
        return chain.filter(exchange.mutate().request(bounded(exchange, limit)).build());
    }

    private long limit(ServerHttpRequest request) {
        if (COMMENTS.matcher(RequestFilter.spelled(request.getPath())).matches()) return comment;
        return isFile(request.getHeaders()) ? file : body;
    }

    private static ServerHttpRequestDecorator bounded(ServerWebExchange exchange, long limit) {
        return new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(() -> bounded(super.getBody(), new AtomicLong(limit), limit));
            }
        };
    }

    /** The buffer that goes too far is still handed on: whoever reads the body owns it and releases it. */
    private static Flux<DataBuffer> bounded(Flux<DataBuffer> body, AtomicLong left, long limit) {
        Mono<DataBuffer> verdict = Mono.defer(() -> left.get() < 0 ? Mono.error(tooLarge(limit)) : Mono.empty());
        return body.takeUntil(buffer -> left.addAndGet(-buffer.readableByteCount()) < 0)
                .concatWith(verdict);
    }

    private static Refusal tooLarge(long limit) {
        return Problem.of(ProblemType.TOO_LARGE, limit).refusal();
    }

    /** A type nobody can read is no file; whoever expects a body refuses it with the types it does read. */
    private static boolean isFile(HttpHeaders headers) {
        try {
            var type = headers.getContentType();
            return type != null && FILES.contains(type.getSubtype());
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
