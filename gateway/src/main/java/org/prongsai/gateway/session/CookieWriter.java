package org.prongsai.gateway.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.prongsai.gateway.signin.SignInSettings;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes cookies that come back to us alone: unseen by scripts, not sent along by other sites' forms, and on https never without it. */
@Component
public class CookieWriter {
    /** Until the browser is closed. */
    public static final Duration WHILE_OPEN = Duration.ofSeconds(-1);

    private final boolean https;

    CookieWriter(SignInSettings settings) {
        https = settings.isHttps();
    }

    public @Nullable String read(ServerWebExchange exchange, String name) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(inFull(name));
        return cookie == null ? null : cookie.getValue();
    }

    public void write(ServerWebExchange exchange, String name, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(inFull(name), value)
                .httpOnly(true)
                .secure(https)
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
        // The last word counts: browsers take cookies of one name in order.
        exchange.getResponse().getCookies().set(cookie.getName(), cookie);
        keepOutOfCaches(exchange);
    }

    public void clear(ServerWebExchange exchange, String name) {
        if (read(exchange, name) != null || exchange.getResponse().getCookies().containsKey(inFull(name))) {
            write(exchange, name, "", Duration.ZERO);
        }
    }

    private String inFull(String name) {
        return https ? "__Host-" + name : name;
    }

    /** Whatever a service says of its answer: with somebody's cookie it is theirs alone. */
    private static void keepOutOfCaches(ServerWebExchange exchange) {
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(
                        () -> exchange.getResponse().getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store")));
    }
}
