package org.prongsai.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A service that never answers at addresses that say slow. */
final class SlowServer extends EchoServer {
    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<String, CountDownLatch> asked = new ConcurrentHashMap<>();

    SlowServer(String name, String path) {
        super(name, path);
    }

    /** Open until somebody asks for this path. */
    CountDownLatch asked(String path) {
        return asked.computeIfAbsent(path, _ -> new CountDownLatch(1));
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().contains("slow")) {
            super.answer(exchange);
            return;
        }
        asked(exchange.getRequestURI().getPath()).countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        super.close();
    }
}
