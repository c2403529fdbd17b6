package org.prongsai.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** A service that never answers at addresses that say slow. */
final class SlowServer extends EchoServer {
    private final CountDownLatch end = new CountDownLatch(1);
    final CountDownLatch asked = new CountDownLatch(1);

    SlowServer(String name, String path) {
        super(name, path);
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().contains("slow")) {
            super.answer(exchange);
            return;
        }
        asked.countDown();
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
