package org.prongsai.bench.load;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * Keeps so many connections busy out of one thread: each sends its next request as soon as the last one is answered. It
 * shares the machine with what it measures, so it sends bytes that are ready and reads no more of an answer than it must.
 */
public final class LoadClient implements AutoCloseable {

    /** The gateway gives up after 30 s; who has no answer then gets none. */
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final int BUFFER = 16 * 1024;

    private final InetSocketAddress server;
    private final Requests requests;
    private final Selector selector;
    private final Count count = new Count();
    private long end;
    private int unanswered;

    private LoadClient(URI server, Requests requests) throws IOException {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
        this.requests = requests;
        this.selector = Selector.open();
    }

    /** @param during is told now and then how many answers came so far */
    public static Measured run(
            String name, URI server, Requests requests, int connections, Duration lasts, LongConsumer during) {
        try (var client = new LoadClient(server, requests)) {
            long before = cpu();
            client.load(connections, lasts, during);
            var took = Duration.ofNanos(cpu() - before);
            var count = client.count;
            return new Measured(name, connections, lasts, count.inTime(), count.statuses(), count.micros(), took);
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": " + server + " cannot be reached: " + e, e);
        }
    }

    private void load(int connections, Duration lasts, LongConsumer during) throws IOException {
        var lines = new Line[connections];
        for (int i = 0; i < connections; i++) {
            lines[i] = new Line();
        }
        end = System.nanoTime() + lasts.toNanos();
        for (var line : lines) {
            line.send();
        }
        while (unanswered > 0 && System.nanoTime() - end < PATIENCE.toNanos()) {
            selector.select(this::arrived, GLANCE.toMillis());
            during.accept(count.all());
        }
        for (; unanswered > 0; unanswered--) {
            count.add(Measured.LOST, 0, false);
        }
    }

    private void arrived(SelectionKey key) {
        try {
            ((Line) key.attachment()).read();
        } catch (IOException e) {
            throw new UncheckedIOException("the connection was lost, and no other one could be made: " + e, e);
        }
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    @Override
    public void close() throws IOException {
        for (var key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    /** One connection with the request that is on its way. */
    private final class Line {

        private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER);
        private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
        private final Answer answer = new Answer();
        private SocketChannel channel = connect();
        private long sent;
        private boolean waits;

        private Line() throws IOException {}

        private SocketChannel connect() throws IOException {
            var made = SocketChannel.open(server);
            made.setOption(StandardSocketOptions.TCP_NODELAY, true);
            made.configureBlocking(false);
            made.register(selector, SelectionKey.OP_READ, this);
            return made;
        }

        /** A request is smaller than what the system takes of a connection with nothing on its way. */
        private void send() throws IOException {
            requests.next(out.clear());
            out.flip();
            answer.clear();
            unanswered++;
            waits = true;
            sent = System.nanoTime();
            try {
                write();
            } catch (IOException closedMeanwhile) {
                channel.close();
                channel = connect();
                out.rewind();
                write();
            }
        }

        private void write() throws IOException {
            while (out.hasRemaining()) {
                channel.write(out);
            }
        }

        private void read() throws IOException {
            boolean lost = isLost();
            if (!waits) {
                channel.close();
            } else if (lost) {
                answered(Measured.LOST, true);
            } else if (answer.take(in.flip())) {
                answered(answer.status(), answer.isLast());
            }
        }

        private boolean isLost() {
            try {
                return channel.read(in.clear()) < 0;
            } catch (IOException reset) {
                return true;
            }
        }

        private void answered(int status, boolean last) throws IOException {
            long now = System.nanoTime();
            unanswered--;
            waits = false;
            count.add(status, now - sent, now < end);
            if (last) {
                channel.close();
            }
            if (now < end) {
                channel = last ? connect() : channel;
                send();
            }
        }
    }
}
