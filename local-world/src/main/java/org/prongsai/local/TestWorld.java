package org.prongsai.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** One Postgres and one Kafka per test JVM, on free ports, with the real settings and roles, gone with the JVM. */
public final class TestWorld {

    private static final String PREFIX = "prongsai-test-";
    private static final int FIRST_PORT = 21_000;
    private static final int LAST_PORT = 32_000;

    /** Of each port that was given the same number for datagrams, which nobody wants: other test JVMs see that it is taken. */
    private static final Queue<DatagramSocket> GIVEN = new ConcurrentLinkedQueue<>();

    private static @Nullable TestWorld shared;

    private final Path data;
    private final PostgresServer postgres;
    private final KafkaServer kafka;

    private TestWorld(Path data) {
        this.data = data;
        this.postgres = new PostgresServer(data, freePort());
        this.kafka = new KafkaServer(data, freePort(), freePort());
    }

    /** Starts both on the first call of this JVM. */
    public static synchronized TestWorld get() {
        if (shared == null) {
            sweepLeftovers();
            shared = start();
        }
        return shared;
    }

    /** One more, for tests that break it. */
    public static TestWorld another() {
        get();
        return start();
    }

    /** As {@code PRONGSAI_POSTGRES} wants it: host:port. */
    public String postgresAddress() {
        return postgres.address();
    }

    /** As {@code PRONGSAI_KAFKA} wants it: host:port. */
    public String kafkaBootstrap() {
        return kafka.bootstrap();
    }

    /** As {@code PRONGSAI_SECRETS} wants it: the folder of this service's database passwords. */
    public Path secretsOf(String service) {
        return data.resolve("secrets").resolve(service);
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KafkaServer kafka() {
        return kafka;
    }

    /**
     * A port that nobody uses at the moment, and that no test JVM that still runs has given to anybody. It lies below those
     * that the system hands out by itself, so that nobody is given it for a call while its server is away for a while.
     */
    public static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            try {
                GIVEN.add(new DatagramSocket(port, InetAddress.getLoopbackAddress()));
                new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
                return port;
            } catch (IOException taken) {
                // another one then
            }
        }
    }

    private static TestWorld start() {
        try {
            var data =
                    Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
            var world = new TestWorld(data);
            new SecretStore(data.resolve("secrets")).makeKeys();
            Runtime.getRuntime().addShutdownHook(new Thread(world::end, "test world end"));
            var kafkaStarted = CompletableFuture.runAsync(world.kafka::start, Thread::startVirtualThread);
            world.postgres.start();
            kafkaStarted.join();
            return world;
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder for the test world", e);
        }
    }

    private void end() {
        kafka.stop();
        postgres.stop();
        FolderStore.delete(data);
    }

    /** A test JVM that was killed could not clean up behind itself. */
    private static void sweepLeftovers() {
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (var worlds = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (var world : worlds) {
                if (isMine(world) && !runs(world)) {
                    sweep(world);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for leftovers in " + temporary, e);
        }
    }

    private static boolean isMine(Path world) throws IOException {
        try {
            return Files.getOwner(world).getName().equals(System.getProperty("user.name"));
        } catch (NoSuchFileException swept) {
            return false;
        }
    }

    private static boolean runs(Path world) {
        var pid = world.getFileName().toString().substring(PREFIX.length()).split("-")[0];
        return ProcessHandle.of(Long.parseLong(pid)).isPresent();
    }

    private static void sweep(Path world) {
        try {
            new PostgresServer(world, 0).endOrphan();
            FolderStore.delete(world);
        } catch (UncheckedIOException e) {
            // Another test JVM that starts at the same moment sweeps too.
            if (!(e.getCause() instanceof NoSuchFileException)) throw e;
        }
    }
}
