package org.prongsai.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** A service that answers with what it was asked, and describes one path that has a door and one that has none. */
class EchoServer implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private final HttpServer server;
    private final String name;

    EchoServer(String name, String path) {
        this.name = name;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.createContext("/openapi.json", exchange -> reply(exchange, 200, """
                {"openapi": "3.1.0", "servers": [{"url": "http://inside:1"}],
                 "paths": {"%2$s": {"get": {"operationId": "%1$s"}}, "/api/v1/%1$s": {}}}
                """.formatted(name, path)));
        server.start();
    }

    URI base() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    void answer(HttpExchange exchange) throws IOException {
        long length = exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
        Map<String, Object> echo = new LinkedHashMap<>();
        echo.put("service", name);
        echo.put("method", exchange.getRequestMethod());
        echo.put("path", exchange.getRequestURI().toString());
        echo.put("length", length);
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((key, values) -> headers.put(key.toLowerCase(Locale.ROOT), String.join(", ", values)));
        echo.put("headers", headers);
        reply(exchange, 200, JSON.writeValueAsString(echo));
    }

    static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
