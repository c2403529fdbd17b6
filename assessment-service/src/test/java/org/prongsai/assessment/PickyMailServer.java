package org.prongsai.assessment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.prongsai.local.TestMailServer;

/** Knows no mailbox whatever, and says so, with the address, until it is closed and the post office opens again. */
public final class PickyMailServer implements AutoCloseable {

    private final TestMailServer post;
    private final ServerSocket server;
    private final AtomicInteger refused = new AtomicInteger();
    private final Thread listening;

    public PickyMailServer(TestMailServer post) {
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
            while (true) {
                var caller = server.accept();
                Thread.ofVirtual().start(() -> talk(caller));
            }
        } catch (IOException closed) {
            // the end of its working day
        }
    }

    private void talk(Socket caller) {
        try (caller;
                var in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
            say(caller, "220 picky");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(caller, answer(line));
            }
        } catch (IOException gone) {
            // so be it
        }
    }

    private String answer(String line) {
        if (line.startsWith("RCPT")) {
            refused.incrementAndGet();
            return "550 5.1.1 " + line.substring("RCPT TO:".length()) + " is nobody here";
        }
        return line.startsWith("QUIT") ? "221 bye" : "250 very well";
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    public int refused() {
        return refused.get();
    }

    @Override
    public void close() {
        try {
            server.close();
            // The port is free when whoever waits for a caller there has noticed.
            listening.join();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        post.open();
    }
}
