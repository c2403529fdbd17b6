package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Browsers and other systems keep their connections and ask again at once; none of them may fall silent. */
class KeptConnectionIT extends RunningGateway {
    private static final int CONNECTIONS = 8;
    private static final int REQUESTS = 400;

    @Test
    void eachAnswerCanBeFollowedByTheNextRequest() throws InterruptedException, ExecutionException {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int caller = 0; caller < CONNECTIONS; caller++) {
                all.add(callers.submit(this::ask));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    /** In turn what the gateway answers by itself and what a service answers: they end on different threads. */
    private Void ask() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.setTcpNoDelay(true);
            for (int request = 0; request < REQUESTS; request++) {
                boolean own = request % 2 == 0;
                String path = own ? "/api/v1/nothing" : "/api/v1/rounds";
                socket.getOutputStream().write((opening("GET", path) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                assertThat(body(socket).path("status").asInt()).isEqualTo(own ? 404 : 0);
            }
        }
        return null;
    }
}
