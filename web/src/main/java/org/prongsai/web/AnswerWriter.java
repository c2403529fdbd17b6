package org.prongsai.web;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps an answer before it is sent, so that a client who never got it can have it again. */
final class AnswerWriter extends ServerHttpResponseDecorator {
    private final String fingerprint;
    private final Function<FirstAnswer, Mono<Void>> keep;
    private boolean kept;

    AnswerWriter(ServerHttpResponse response, String fingerprint, Function<FirstAnswer, Mono<Void>> keep) {
        super(response);
        this.fingerprint = fingerprint;
        this.keep = keep;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        return bytes(Flux.from(body)).flatMap(bytes -> keep(bytes)
                .then(Mono.defer(() -> super.writeWith(Mono.just(bufferFactory().wrap(bytes))))));
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
        return writeWith(Flux.from(body).concatMap(part -> part));
    }

    /** For answers without a body, which nobody writes. */
    Mono<Void> keepEmpty() {
        return Mono.defer(() -> kept ? Mono.empty() : keep(new byte[0]));
    }

    private Mono<Void> keep(byte[] body) {
        kept = true;
        var headers = new FirstAnswer.Headers(
                getHeaders().getFirst(HttpHeaders.CONTENT_TYPE),
                getHeaders().getFirst(HttpHeaders.LOCATION),
                getHeaders().getFirst(HttpHeaders.ETAG));
        var status = getStatusCode();
        return keep.apply(new FirstAnswer(
                fingerprint, status == null ? 200 : status.value(), headers, new String(body, StandardCharsets.UTF_8)));
    }

    static Mono<byte[]> bytes(Flux<? extends DataBuffer> body) {
        return DataBufferUtils.join(body)
                .map(joined -> {
                    var bytes = new byte[joined.readableByteCount()];
                    joined.read(bytes);
                    DataBufferUtils.release(joined);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0]);
    }
}
