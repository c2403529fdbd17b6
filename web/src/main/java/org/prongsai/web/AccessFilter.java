package org.prongsai.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Holds every endpoint to its row of the access table, before the request's body is read. */
final class AccessFilter implements WebFilter, Ordered {
    static final String CALLER = Caller.class.getName();
    private static final Logger log = LoggerFactory.getLogger(AccessFilter.class);

    private final RequestMappingHandlerMapping mapping;
    private final ObjectProvider<AgencyPathReader> agencies;
    private final ObjectProvider<PublicationReader> rounds;

    AccessFilter(
            RequestMappingHandlerMapping mapping,
            ObjectProvider<AgencyPathReader> agencies,
            ObjectProvider<PublicationReader> rounds) {
        this.mapping = mapping;
        this.agencies = agencies;
        this.rounds = rounds;
    }

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return mapping.getHandler(exchange)
                .ofType(HandlerMethod.class)
                .flatMap(endpoint -> check(endpoint, exchange))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private Mono<Void> check(HandlerMethod endpoint, ServerWebExchange exchange) {
        if (AccessReader.foreign(endpoint)) return Mono.empty();
        var access = endpoint.getMethodAnnotation(Access.class);
        if (access == null) {
            log.error("{} names no row of the access table, so nobody gets in", endpoint);
            return Mono.error(Problem.of(ProblemType.NOT_YOURS).refusal());
        }
        return caller().doOnNext(caller -> exchange.getAttributes().put(CALLER, caller))
                .flatMap(caller -> check(access.value().audience(), caller, exchange));
    }

    private Mono<Void> check(Audience audience, Caller caller, ServerWebExchange exchange) {
        return path(audience, caller, exchange)
                .flatMap(path -> Mono.justOrEmpty(audience.refuse(caller, path)))
                .flatMap(problem ->
                        audience.opensWhenPublished() ? unlessPublished(exchange) : Mono.error(problem.refusal()));
    }

    private Mono<List<String>> path(Audience audience, Caller caller, ServerWebExchange exchange) {
        var agency = variable(exchange, "agency");
        if (agency == null || !audience.asksPath(caller)) return Mono.just(List.of());
        return agencies.getObject().path(agency).switchIfEmpty(Mono.error(() -> Problem.notFound("agency", agency)
                .refusal()));
    }

    private Mono<Void> unlessPublished(ServerWebExchange exchange) {
        var round = String.valueOf(variable(exchange, "round"));
        return rounds.getObject()
                .published(round)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("round", round).refusal()))
                .filter(published -> !published)
                .flatMap(hidden ->
                        Mono.error(Problem.of(ProblemType.NOT_PUBLISHED, round).refusal()));
    }

    private static Mono<Caller> caller() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .mapNotNull(authentication -> authentication.getPrincipal())
                .ofType(Jwt.class)
                .map(CallerReader::of)
                .defaultIfEmpty(Caller.ANONYMOUS);
    }

    private static @Nullable String variable(ServerWebExchange exchange, String name) {
        Map<String, String> variables = exchange.getRequiredAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables.get(name);
    }
}
