package org.prongsai.web;

import java.util.List;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Lets an endpoint ask for the {@link Caller} and for the caller's {@link Language} as plain parameters. */
final class CallerReader implements SyncHandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class || parameter.getParameterType() == Language.class;
    }

    @Override
    public Object resolveArgumentValue(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return parameter.getParameterType() == Caller.class
                ? exchange.getAttributeOrDefault(AccessFilter.CALLER, Caller.ANONYMOUS)
                : language(exchange);
    }

    static Language language(ServerWebExchange exchange) {
        return Language.of(exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static Caller of(Jwt token) {
        return Caller.of(Objects.requireNonNull(token.getSubject()), list(token, "roles"), list(token, "agencies"));
    }

    private static List<String> list(Jwt token, String claim) {
        var values = token.getClaimAsStringList(claim);
        return values == null ? List.of() : values;
    }
}
