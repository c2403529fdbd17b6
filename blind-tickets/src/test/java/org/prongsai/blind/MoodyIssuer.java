package org.prongsai.blind;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An issuer on this machine that serves the script and signs what it is sent, or, at another address, something else. */
final class MoodyIssuer implements AutoCloseable {
    private final HttpServer server;
    private final BlindSigner signer;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    MoodyIssuer(BlindSigner signer) throws IOException {
        this.signer = signer;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> reply(exchange, "text/html", "<!doctype html><title>A ticket</title>"));
        server.createContext("/ticket.js", exchange -> reply(exchange, "text/javascript", script()));
        server.createContext("/honest", exchange -> sign(exchange, 0));
        server.createContext("/lying", exchange -> sign(exchange, 1));
        server.start();
    }

    /** A secure context to browsers, although there is no TLS. */
    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What it was asked to sign, in order. */
    List<String> asked() {
        return asked;
    }

    private void sign(HttpExchange exchange, int error) throws IOException {
        var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
        asked.add(text);
        byte[] blinded = Base64Url.decode(text).orElseThrow();
        var number = Octets.number(blinded).subtract(BigInteger.valueOf(error));
        reply(exchange, "text/plain", Base64Url.encode(signer.sign(Octets.of(number, blinded.length))));
    }

    /** The policy of a careful page: the script needs nothing inline and nothing made from text. */
    private static void reply(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'");
        try (exchange) {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String script() throws IOException {
        try (var script = BlindRsa.class.getResourceAsStream("ticket.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
