package org.prongsai.launcher;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Stands in for every process of the platform: answers on its ports at once, and notes when it was asked to end. */
public final class FakeProcess {

    private FakeProcess() {}

    public static void main(String[] arguments) throws Exception {
        var ended = Path.of(System.getenv("PRONGSAI_DATA"), "logs", "ended");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> note(ended, System.getenv("PRONGSAI_PORT"))));
        Files.write(ended.resolveSibling("environment"), System.getenv().keySet());
        listen("PRONGSAI_PORT");
        if (System.getenv("PRONGSAI_MANAGEMENT_PORT") != null) {
            listen("PRONGSAI_MANAGEMENT_PORT");
        }
    }

    private static void listen(String variable) throws Exception {
        var port = Integer.parseInt(System.getenv(variable));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    private static void note(Path file, String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (java.io.IOException e) {
            System.err.println(e);
        }
    }
}
