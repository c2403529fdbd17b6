package org.prongsai.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers a repeated POST with the answer its Idempotency-Key got first, instead of doing it again; a refusal did nothing,
 * so it is no answer and leaves the key free for a request that is mended.
 */
final class IdempotencyFilter implements WebFilter, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
    static final String HEADER = "Idempotency-Key";
    static final int LONGEST = 200;
    private static final Pattern READABLE = Pattern.compile("[\\x21-\\x7e]{1,%d}".formatted(LONGEST));

    private final IdempotencyStore store;

    IdempotencyFilter(IdempotencyStore store) {
        this.store = store;
    }

    /** After the access table: only those let in may keep answers here. */
    @Override
    public int getOrder() {
        return 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var key = exchange.getRequest().getHeaders().getFirst(HEADER);
        var caller = exchange.getAttributeOrDefault(AccessFilter.CALLER, Caller.ANONYMOUS);
        if (key == null || caller.anonymous() || !repeatable(exchange.getRequest())) return chain.filter(exchange);
        if (!READABLE.matcher(key).matches()) return Mono.error(unreadable(key));
        return AnswerWriter.bytes(exchange.getRequest().getBody())
                .flatMap(body -> answer(
                        exchange, chain, new Key(caller.sub(), key, fingerprint(exchange.getRequest(), body)), body));
    }

    private static boolean repeatable(ServerHttpRequest request) {
        var path = RequestFilter.spelled(request.getPath());
        return HttpMethod.POST.equals(request.getMethod())
                && !RequestFilter.quiet(request.getPath())
                && !path.endsWith("/invitations")
                && !path.endsWith("/visits");
    }

    private Mono<Void> answer(ServerWebExchange exchange, WebFilterChain chain, Key key, byte[] body) {
        return store.claim(key.actor(), key.key(), key.fingerprint())
                .map(first -> replay(exchange.getResponse(), first, key))
                .switchIfEmpty(Mono.fromSupplier(() -> first(exchange, chain, key, body)))
                .flatMap(answer -> answer);
    }

    private static Mono<Void> replay(ServerHttpResponse response, FirstAnswer first, Key key) {
        if (!first.fingerprint().equals(key.fingerprint())) {
            return Mono.error(Problem.of(ProblemType.KEY_REUSED).refusal());
        }
        if (first.pending()) return Mono.error(atWork());
        response.setStatusCode(HttpStatusCode.valueOf(first.status()));
        put(response, "Content-Type", first.headers().contentType());
        put(response, "Location", first.headers().location());
        put(response, "ETag", first.headers().etag());
        return response.writeWith(Mono.fromSupplier(
                () -> response.bufferFactory().wrap(first.body().getBytes(StandardCharsets.UTF_8))));
    }

    /** Goes on when the client goes away: its repeat is then answered with what came of it. */
    private Mono<Void> first(ServerWebExchange exchange, WebFilterChain chain, Key key, byte[] body) {
        var writer = new AnswerWriter(exchange.getResponse(), key.fingerprint(), answer -> keep(key, answer));
        var again = reread(exchange, body);
        var work = chain.filter(
                        exchange.mutate().request(again).response(writer).build())
                .then(writer.keepEmpty())
                .onErrorResume(error -> unlessDone(key, error).then(Mono.error(error)));
        return Mono.deferContextual(
                context -> Mono.fromFuture(work.contextWrite(context).toFuture(), true));
    }

    /** What was done is answered even if the answer cannot be kept; the key stays taken, so that it is not done twice at once. */
    private Mono<Void> keep(Key key, FirstAnswer answer) {
        return store.keep(key.actor(), key.key(), answer).onErrorResume(error -> {
            LOG.warn("The first answer to an Idempotency-Key was not kept: {}", error.toString());
            return Mono.empty();
        });
    }

    /**
     * Only a refusal tells that nothing was done. Any other failure may have come after the commit, and so may a database
     * that went away: the key then stays taken until its lease ends, so that nobody repeats what may be done already.
     */
    private Mono<Void> unlessDone(Key key, Throwable error) {
        if (!ProblemReader.refused(error)) return Mono.empty();
        return store.release(key.actor(), key.key(), key.fingerprint()).onErrorResume(failed -> {
            LOG.warn("The Idempotency-Key of a refused request was not released: {}", failed.toString());
            return Mono.empty();
        });
    }

    private static ServerHttpRequest reread(ServerWebExchange exchange, byte[] body) {
        return new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(
                        () -> Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
            }
        };
    }

    private static String fingerprint(ServerHttpRequest request, byte[] body) {
        var digest = Etag.sha256();
        digest.update(request.getURI().getRawPath().getBytes(StandardCharsets.UTF_8));
        digest.update(String.valueOf(request.getURI().getRawQuery()).getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest.digest(body));
    }

    private static Refusal unreadable(String key) {
        return Problem.invalidRequest(new Fault(HEADER + ":", "wrong-value", "1 to 200 visible characters", key))
                .refusal();
    }

    private static Refusal atWork() {
        return Problem.of(ProblemType.CONFLICT, "the first request with this Idempotency-Key has no answer yet")
                .retryAfter(Duration.ofSeconds(1))
                .refusal();
    }

    private static void put(ServerHttpResponse response, String header, @Nullable String value) {
        if (value != null) response.getHeaders().set(header, value);
    }

    private record Key(String actor, String key, String fingerprint) {}
}
