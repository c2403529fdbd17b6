package org.prongsai.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A service that hangs up at addresses that say mute, and halfway through its answer at those that say broken. */
final class BrokenServer extends EchoServer {
    BrokenServer(String name, String path) {
        super(name, path);
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.contains("mute")) {
            throw new IOException("mute");
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
