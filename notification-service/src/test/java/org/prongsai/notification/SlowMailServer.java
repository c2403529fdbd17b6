package org.prongsai.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.prongsai.local.TestMailServer;

/** Takes every call and never says a word, until it is closed and the post office opens again. */
public final class SlowMailServer implements AutoCloseable {
    private final TestMailServer post;
    private final ServerSocket server;
    private final List<Socket> callers = new CopyOnWriteArrayList<>();
    private final Thread listening;

    public SlowMailServer(TestMailServer post) {
        this.post = post;
        post.close();
        try {
            server = new ServerSocket(post.port(), 50, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        listening = Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try {
            while (true) callers.add(server.accept());
        } catch (IOException closed) {
            // the end of the slowness
        }
    }

    public int callers() {
        return callers.size();
    }

    @Override
    public void close() {
        try {
            server.close();
            // The port is free when whoever waits for a caller there has noticed.
            listening.join();
            for (var caller : callers) caller.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        post.open();
    }
}
