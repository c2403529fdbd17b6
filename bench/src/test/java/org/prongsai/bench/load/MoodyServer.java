package org.prongsai.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers most of what it is asked, is sometimes too busy, and hangs up now and then: asked, or just after it answered. */
final class MoodyServer implements AutoCloseable {

    private static final int BUSY = 3;
    private static final int ANGRY = 7;

    private final AtomicInteger welcomed = new AtomicInteger();
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    MoodyServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.submit(this::welcome);
    }

    URI address() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    private void welcome() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                threads.submit(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            boolean rude = welcomed.getAndIncrement() % 2 == 0;
            socket.setSoLinger(rude, 0);
            for (int asked = 1; in.readLine() != null && asked < ANGRY; asked++) {
                while (!in.readLine().isEmpty()) {}
                String status = asked == BUSY ? "503 Service Unavailable" : "201 Created";
                socket.getOutputStream()
                        .write(("HTTP/1.1 " + status + "\r\nContent-Length: 2\r\n\r\n{}")
                                .getBytes(StandardCharsets.UTF_8));
                if (rude && asked == ANGRY - 1) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The other side has what it wanted.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.close();
    }
}
