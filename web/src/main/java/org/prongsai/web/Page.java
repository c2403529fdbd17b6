package org.prongsai.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** One stretch of a list as clients see it, and the way to the next. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(List<T> items, @Nullable String next) {

    /** Give it one row more than the limit: that row only says that there is a next page. */
    public static <T> Page<T> of(List<T> rows, int limit, Cursor cursor, Function<T, List<String>> sortKeys) {
        if (rows.size() <= limit) return new Page<>(rows, null);
        var items = rows.subList(0, limit);
        return new Page<>(items, cursor.after(sortKeys.apply(items.getLast())));
    }

    /** With the Link header, relative to whatever origin the client used. */
    public ResponseEntity<Page<T>> linked(ServerHttpRequest request) {
        if (next == null) return ResponseEntity.ok(this);
        var uri = UriComponentsBuilder.fromUri(request.getURI())
                .replaceQueryParam("cursor", next)
                .build(true);
        return ResponseEntity.ok()
                .header("Link", "<" + uri.getPath() + "?" + uri.getQuery() + ">; rel=\"next\"")
                .body(this);
    }
}
