package org.prongsai.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import tools.jackson.databind.json.JsonMapper;

/** Turns everything that goes wrong into one problem document; what is our own fault is logged, a client gone is not. */
final class ProblemHandler implements WebExceptionHandler, Ordered {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
    private final JsonMapper json;
    private final MeterRegistry meters;

    ProblemHandler(JsonMapper json, MeterRegistry meters) {
        this.json = json;
        this.meters = meters;
    }

    /** Before Boot's own, which would answer with HTML or its own JSON. */
    @Override
    public int getOrder() {
        return -10;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (DisconnectedClientHelper.isClientDisconnectedException(error) || gone(exchange)) return leave(exchange);
        if (exchange.getResponse().isCommitted()) return Mono.error(error);
        var problem = ProblemReader.of(error, exchange.getRequest().getPath().value());
        if (problem.status() >= 500) record(exchange, problem, error);
        return write(exchange, problem);
    }

    Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        count(exchange, problem);
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        problem.headers().forEach(response.getHeaders()::set);
        var language = CallerReader.language(exchange);
        response.getHeaders().setContentLanguage(language.locale());
        var body = json.writeValueAsBytes(ProblemText.document(problem, language));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    /** By the pattern of the address and never the address itself, which names units and people. */
    private void count(ServerWebExchange exchange, Problem problem) {
        Counter.builder("prongsai.problems")
                .description("Problems told to clients, by kind and by the address's pattern")
                .tag("type", problem.type().slug())
                .tag("uri", pattern(exchange))
                .register(meters)
                .increment();
    }

    private static String pattern(ServerWebExchange exchange) {
        Object pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "UNKNOWN" : pattern.toString();
    }

    /** Nobody is there to whom it could matter, whatever went wrong because of that. */
    private static boolean gone(ServerWebExchange exchange) {
        return ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest()) instanceof Connection client
                && !client.channel().isActive();
    }

    /** Without this the meters would count an answer that nobody got. */
    private static Mono<Void> leave(ServerWebExchange exchange) {
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(observed -> observed.setConnectionAborted(true));
        return Mono.empty();
    }

    /** Reactor would log these with the address, even where somebody answers; a client gone is nobody's fault. */
    static void dropped(Throwable error) {
        if (DisconnectedClientHelper.isClientDisconnectedException(error)) return;
        log.warn("after the answer: {} at {}", error.getClass().getName(), top(error));
    }

    private static void record(ServerWebExchange exchange, Problem problem, Throwable error) {
        var request = exchange.getRequest();
        if (RequestFilter.quiet(request.getPath())) {
            // An exception's message may quote the row or the address: say only what broke.
            log.error(
                    "{} while an answer was taken: {} at {}",
                    problem.type(),
                    error.getClass().getName(),
                    top(error));
            return;
        }
        try (var id = MDC.putCloseable("requestId", exchange.getAttributeOrDefault(RequestFilter.ID, "-"))) {
            var address = request.getMethod() + " " + pattern(exchange);
            if (problem.type() == ProblemType.INTERNAL_ERROR) log.error("unexpected at {}", address, Bare.of(error));
            else log.warn("{} at {}: {}", problem.type().slug(), address, Bare.words(error));
        }
    }

    private static Object top(Throwable error) {
        return error.getStackTrace().length == 0 ? "-" : error.getStackTrace()[0];
    }
}
