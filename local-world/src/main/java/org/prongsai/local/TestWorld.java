package org.prongsai.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One Postgres and one Kafka per test JVM, on free ports, with the real settings and roles, gone with the JVM. */
public final class TestWorld {

    private static final String PREFIX = "prongsai-test-";
    private static @Nullable TestWorld shared;

    private final Path data;
    private final LocalPostgres postgres;
    private final LocalKafka kafka;

    private TestWorld(Path data) {
        this.data = data;
        this.postgres = new LocalPostgres(data, FreePort.next());
        this.kafka = new LocalKafka(data, FreePort.next(), FreePort.next());
    }

    /** Starts both on the first call of this JVM. */
    public static synchronized TestWorld get() {
        if (shared == null) {
            sweepLeftovers();
            shared = start();
        }
        return shared;
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

    public LocalPostgres postgres() {
        return postgres;
    }

    public LocalKafka kafka() {
        return kafka;
    }

    private static TestWorld start() {
        try {
            var data =
                    Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
            var world = new TestWorld(data);
            Runtime.getRuntime().addShutdownHook(new Thread(world::end, "test world end"));
            var kafkaStarted = CompletableFuture.runAsync(world.kafka::start);
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
        PrivateFolder.delete(data);
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
        return Files.getOwner(world).getName().equals(System.getProperty("user.name"));
    }

    private static boolean runs(Path world) {
        var pid = world.getFileName().toString().substring(PREFIX.length()).split("-")[0];
        return ProcessHandle.of(Long.parseLong(pid)).isPresent();
    }

    private static void sweep(Path world) {
        new LocalPostgres(world, 0).endOrphan();
        PrivateFolder.delete(world);
    }
}
