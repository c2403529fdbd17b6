package org.prongsai.web;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives every request an id, from its sender or new, except where somebody answers; and keeps JSON's type exact. */
final class RequestFilter implements WebFilter, Ordered {
    static final String ID = "prongsai.request";
    static final String HEADER = "X-Request-Id";
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*(\"[^\"]*\"|[^;,\\s\"]*)", Pattern.CASE_INSENSITIVE);

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> dropParameters(exchange.getResponse())));
        if (quiet(exchange.getRequest().getPath())) return chain.filter(inAnyCharset(exchange));
        var id = id(exchange.getRequest().getHeaders().getFirst(HEADER));
        exchange.getAttributes().put(ID, id);
        exchange.getResponse().getHeaders().set(HEADER, id);
        return unreadable(exchange.getRequest().getQueryParams())
                .<Mono<Void>>map(problem -> Mono.error(problem.refusal()))
                .orElseGet(() -> chain.filter(inAnyCharset(exchange)))
                .contextWrite(context -> context.put(ID, id));
    }

    /** No database holds such a text, so no search for it needs to begin. */
    private static Optional<Problem> unreadable(MultiValueMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(text -> text != null && !TextReader.readable(text)))
                .map(each -> Problem.invalidRequest(
                        new Fault("?" + each.getKey(), "wrong-value", "a text without control characters", null)))
                .findFirst();
    }

    private static String id(@Nullable String given) {
        return given != null && ACCEPTABLE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    /** We answer in UTF-8, whatever is asked: an encoder that looks for another charset fails when all is done. */
    private static ServerWebExchange inAnyCharset(ServerWebExchange exchange) {
        var asked = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.ACCEPT);
        if (asked.stream().noneMatch(CHARSET.asPredicate())) return exchange;
        var types = asked.stream()
                .map(accept -> CHARSET.matcher(accept).replaceAll(""))
                .toList();
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.put(HttpHeaders.ACCEPT, types)))
                .build();
    }

    /** A client that accepts {@code application/json;version=1} would otherwise be answered in exactly those words. */
    private static void dropParameters(ServerHttpResponse response) {
        var type = response.getHeaders().getContentType();
        if (type == null || type.getParameters().isEmpty()) return;
        if (type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
            response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        }
    }

    /** Whether somebody answers here: as routing reads the path, so that no spelling of it is noted. */
    static boolean quiet(PathContainer path) {
        return Quiet.path(spelled(path));
    }

    /** As it is matched with endpoints, however it was written. */
    static String spelled(PathContainer path) {
        return path.elements().stream()
                .map(element ->
                        element instanceof PathContainer.PathSegment segment ? segment.valueToMatch() : element.value())
                .collect(Collectors.joining());
    }
}
