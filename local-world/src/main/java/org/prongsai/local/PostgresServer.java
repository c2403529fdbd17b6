package org.prongsai.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A durable Postgres on loopback that keeps its folder, survives being killed and can be stopped and started again. */
public final class PostgresServer implements AutoCloseable {

    static final String SUPERUSER = "postgres";
    static final String SUPERUSER_KEY = "postgres.password";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final SecretStore secrets;
    private final Path log;
    private final int port;
    private final Path bin = PostgresArchiveReader.unpacked();
    private final RootlessCommand rootless = RootlessCommand.ofThisUser();
    private @Nullable Process process;

    /** The folder, the passwords and the log live below {@code data}; a folder that exists is used as it is. */
    public PostgresServer(Path data, int port) {
        this.folder = data.resolve("postgres");
        this.secrets = new SecretStore(data.resolve("secrets"));
        this.log = FolderStore.create(data.resolve("logs")).resolve("postgres.log");
        this.port = port;
    }

    public synchronized PostgresServer start() {
        endOrphan();
        if (!Files.exists(folder.resolve("PG_VERSION"))) {
            initialise();
        }
        rootless.own(folder);
        process = launch(serverCommand());
        try (var connection = firstConnection(process)) {
            new RoleWriter(secrets).converge(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Postgres started, but its roles could not be set up", e);
        }
        return this;
    }

    public synchronized void stop() {
        if (isRunning()) {
            run(List.of("pg_ctl", "stop", "-D", folder.toString(), "-m", "fast", "-w", "-s"));
        }
        process = null;
    }

    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** As services name it: {@code localhost:15432}. */
    public String address() {
        return "localhost:" + port;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public String runtimePassword(String database) {
        return secrets.readOrCreate(DatabasePlan.serviceOf(database), DatabasePlan.passwordKey(database));
    }

    public String ownerPassword(String database) {
        return secrets.readOrCreate(DatabasePlan.serviceOf(database), DatabasePlan.ownerPasswordKey(database));
    }

    @Override
    public void close() {
        stop();
    }

    /** Ends the server that a killed run left behind in this folder, if there is one. */
    void endOrphan() {
        PostmasterReader.of(folder).ifPresent(left -> left.endOrphan(this::stopOrphan));
    }

    private String superuserPassword() {
        return secrets.readOrCreate("local-world", SUPERUSER_KEY);
    }

    /** Made aside and renamed, so that a start that was interrupted leaves no half-made cluster. */
    private void initialise() {
        superuserPassword();
        var aside = folder.resolveSibling("postgres.new");
        FolderStore.delete(aside);
        rootless.own(FolderStore.create(aside));
        var passwordFile = secrets.folderOf("local-world").resolve(SUPERUSER_KEY);
        run(List.of(
                "initdb",
                "--pgdata=" + aside,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=" + (Files.exists(Path.of("/Library")) ? "en_US.UTF-8" : "C.UTF-8")));
        try {
            Files.move(aside, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + folder, e);
        }
    }

    private List<String> serverCommand() {
        var command = new ArrayList<>(List.of("postgres", "-D", folder.toString()));
        for (var setting : List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "password_encryption=scram-sha-256",
                "max_connections=200",
                "shared_buffers=64MB",
                "max_wal_size=256MB",
                "jit=off",
                "timezone=UTC",
                "log_timezone=UTC")) {
            command.addAll(List.of("-c", setting));
        }
        return command;
    }

    private Connection firstConnection(Process server) {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, superuserPassword());
            } catch (SQLException e) {
                if (exits(server, Duration.ofMillis(50))) {
                    throw new IllegalStateException("Postgres did not start: " + lastLines(), e);
                }
                if ("28P01".equals(e.getSQLState()) || Instant.now().isAfter(deadline)) {
                    stop();
                    throw new IllegalStateException(
                            "Postgres of " + folder + " cannot be reached: " + e.getMessage(), e);
                }
            }
        }
    }

    private void stopOrphan(ProcessHandle orphan) {
        run(List.of("pg_ctl", "stop", "-D", folder.toString(), "-m", "fast", "-w", "-s"));
        orphan.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private Process launch(List<String> command) {
        var absolute = new ArrayList<>(command);
        absolute.set(0, bin.resolve(command.getFirst()).toString());
        try {
            var builder = new ProcessBuilder(rootless.wrap(absolute))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command.getFirst(), e);
        }
    }

    private void run(List<String> command) {
        var tool = launch(command);
        if (!exits(tool, PATIENCE)) {
            throw new IllegalStateException(command.getFirst() + " did not end");
        }
        if (tool.exitValue() != 0) {
            throw new IllegalStateException("%s failed: %s".formatted(command.getFirst(), lastLines()));
        }
    }

    private static boolean exits(Process process, Duration wait) {
        try {
            return process.waitFor(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Postgres", e);
        }
    }

    private String lastLines() {
        try (var lines = Files.lines(log)) {
            var all = lines.toList();
            return String.join(" | ", all.subList(Math.max(0, all.size() - 5), all.size()));
        } catch (IOException e) {
            return "see " + log;
        }
    }
}
