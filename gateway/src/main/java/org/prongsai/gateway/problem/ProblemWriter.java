package org.prongsai.gateway.problem;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal in the caller's language: a page for people, application/problem+json for programs. */
public final class ProblemWriter {
    public static final String CONTENT_TYPE = "application/problem+json";
    /** The header that carries it from the caller through us to a service and back; also its name within an exchange. */
    public static final String REQUEST_ID = "X-Request-Id";

    /** Within an exchange: where somebody who signs in wanted to go. */
    public static final String WANTED = "wanted";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemWriter() {}

    public static byte[] json(Refusal refusal, Language language) {
        return JSON.writeValueAsBytes(Problem.of(refusal, language));
    }

    static Mono<Void> write(ServerWebExchange exchange, Refusal refusal) {
        HttpHeaders asked = exchange.getRequest().getHeaders();
        Visit visit = new Visit(
                exchange.getRequest().getMethod().name(),
                exchange.getRequest().getURI().getRawPath(),
                exchange.getRequest().getURI().getRawQuery());
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(refusal.reason().status()));
        refusal.headers().forEach(response.getHeaders()::set);
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        String accepted = asked.getFirst(HttpHeaders.ACCEPT_LANGUAGE);
        if (!visit.isForAPerson(asked.getFirst(HttpHeaders.ACCEPT))) {
            Language language = Language.of(accepted);
            return send(exchange, CONTENT_TYPE, language, json(refusal, language));
        }
        Language language = Language.ofVisitor(accepted, visit.language());
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        response.getHeaders().set("Content-Security-Policy", VisitorHtml.POLICY);
        String page = VisitorHtml.page(
                refusal, language, visit, exchange.getAttribute(REQUEST_ID), exchange.getAttribute(WANTED));
        return send(exchange, VisitorHtml.CONTENT_TYPE, language, page.getBytes(StandardCharsets.UTF_8));
    }

    private static Mono<Void> send(ServerWebExchange exchange, String type, Language language, byte[] body) {
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().set(HttpHeaders.CONTENT_TYPE, type);
        response.getHeaders().set(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.getHeaders().setContentLength(body.length);
        if (exchange.getRequest().getMethod().equals(HttpMethod.HEAD)) {
            return response.setComplete();
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
