package org.prongsai.gateway.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal as application/problem+json in the caller's language. */
public final class ProblemWriter {
    public static final String CONTENT_TYPE = "application/problem+json";
    /** The header that carries it from the caller through us to a service and back; also its name within an exchange. */
    public static final String REQUEST_ID = "X-Request-Id";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemWriter() {}

    public static byte[] json(Refusal refusal, Language language) {
        return JSON.writeValueAsBytes(Problem.of(refusal, language));
    }

    static Mono<Void> write(ServerWebExchange exchange, Refusal refusal) {
        Language language = Language.of(exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
        byte[] body = json(refusal, language);
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(refusal.reason().status()));
        describe(response.getHeaders(), refusal, language, body.length);
        if (exchange.getRequest().getMethod().equals(HttpMethod.HEAD)) {
            return response.setComplete();
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static void describe(HttpHeaders headers, Refusal refusal, Language language, int length) {
        headers.set(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE);
        headers.set(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.setContentLength(length);
        refusal.headers().forEach(headers::set);
    }
}
