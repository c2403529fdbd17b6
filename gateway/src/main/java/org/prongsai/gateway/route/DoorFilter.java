package org.prongsai.gateway.route;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.gateway.problem.ProblemWriter;
import org.prongsai.gateway.problem.Reason;
import org.prongsai.gateway.problem.Refusal;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Finds, once per request, the door a request wants, and gives it an id unless it is on the way of an answer. */
@Component
@Order(-400)
public class DoorFilter implements WebFilter {
    private static final String ENTRY = DoorFilter.class.getName();
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** A door with the values its path had. */
    public record Entry(Door door, Map<String, String> values) {}

    private record Row(Door door, PathPattern pattern) {}

    private final Row[] rows = Stream.of(Door.values())
            .flatMap(door -> door.paths().stream().map(path -> row(door, path)))
            .toArray(Row[]::new);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Entry entry = find(exchange.getRequest().getPath().pathWithinApplication());
        if (entry != null) {
            exchange.getAttributes().put(ENTRY, entry);
        }
        if (entry == null || !entry.door().kind().quiet()) {
            giveId(exchange);
        }
        return METHODS.contains(exchange.getRequest().getMethod().name())
                ? chain.filter(exchange)
                : Mono.error(new Refusal(Reason.WRONG_METHOD).with("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE"));
    }

    public static @Nullable Entry entry(ServerWebExchange exchange) {
        return entry(exchange.getAttributes());
    }

    static @Nullable Entry entry(Map<String, Object> attributes) {
        return (Entry) attributes.get(ENTRY);
    }

    /** Whether callers who follow a path of a description come to the service that described it. */
    public boolean lead(String path, Target service) {
        Entry entry = find(PathContainer.parsePath(path));
        return entry != null && entry.door().target() == service;
    }

    static boolean wants(ServerWebExchange exchange, Door door) {
        Entry entry = entry(exchange);
        return entry != null && entry.door() == door;
    }

    @Nullable
    Entry find(PathContainer path) {
        for (Row row : rows) {
            PathPattern.PathMatchInfo match = row.pattern().matchAndExtract(path);
            if (match != null) {
                return new Entry(row.door(), match.getUriVariables());
            }
        }
        return null;
    }

    private static void giveId(ServerWebExchange exchange) {
        String given = exchange.getRequest().getHeaders().getFirst(ProblemWriter.REQUEST_ID);
        String id = RequestId.isSane(given) ? given : UUID.randomUUID().toString();
        exchange.getAttributes().put(ProblemWriter.REQUEST_ID, id);
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(
                        () -> exchange.getResponse().getHeaders().set(ProblemWriter.REQUEST_ID, id)));
    }

    private static Row row(Door door, String path) {
        return new Row(door, PathPatternParser.defaultInstance.parse(path));
    }
}
