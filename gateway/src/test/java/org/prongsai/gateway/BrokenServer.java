package org.prongsai.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A service that hangs up at addresses that say mute, halfway through its answer at those that say broken, and is full at busy. */
final class BrokenServer extends EchoServer {
    static final String BUSY = "{\"type\": \"/problems/busy\", \"status\": 503}";

    BrokenServer(String name, String path) {
        super(name, path);
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.contains("mute")) {
            throw new IOException("mute");
        }
        if (path.contains("busy")) {
            exchange.getResponseHeaders().set("Retry-After", "1");
            reply(exchange, 503, BUSY);
            return;
        }
        if (!path.contains("broken")) {
            super.answer(exchange);
            return;
        }
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        exchange.close();
    }
}
