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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A durable Postgres on loopback that keeps its folder, survives being killed and can be stopped and started again. */
public final class PostgresServer implements AutoCloseable {

    static final String SUPERUSER = "postgres";
    static final String SUPERUSER_KEY = "postgres.password";
    private static final String WRONG_PASSWORD = "28P01";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final SecretStore secrets;
    private final LogReader log;
    private final int port;
    private final PostgresCommand commands;
    private @Nullable Process process;
    private Consumer<String> loss = reason -> {};

    /** The folder, the passwords and the log live below {@code data}; a folder that exists is used as it is. */
    public PostgresServer(Path data, int port) {
        this.folder = data.resolve("postgres");
        this.secrets = new SecretStore(data.resolve("secrets"));
        this.log = new LogReader(FolderStore.create(data.resolve("logs")).resolve("postgres.log"));
        this.port = port;
        this.commands = PostgresCommand.keeping(log);
    }

    public synchronized PostgresServer start() {
        endOrphan();
        if (!Files.exists(folder.resolve("PG_VERSION"))) {
            initialise();
        }
        commands.rootless().own(folder);
        var started = commands.launch(serverCommand());
        process = started;
        try (var connection = firstConnection(started)) {
            new RoleWriter(secrets).converge(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Postgres started, but its roles could not be set up", e);
        }
        started.onExit().thenRun(() -> tellIfLost(started));
        return this;
    }

    /** What happens when the server ends and nobody asked it to; the action is given the reason. */
    void onLoss(Consumer<String> action) {
        @Nullable Process ended;
        synchronized (this) {
            loss = action;
            ended = process;
        }
        if (ended != null && !ended.isAlive()) {
            tellIfLost(ended);
        }
    }

    public synchronized void stop() {
        if (isRunning()) {
            commands.run(List.of("pg_ctl", "stop", "-D", folder.toString(), "-m", "fast", "-w", "-s"));
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

    private Path superuserPasswordFile() {
        return secrets.folderOf("local-world").resolve(SUPERUSER_KEY);
    }

    /** Made aside and renamed, so that a start that was interrupted leaves no half-made cluster. */
    private void initialise() {
        superuserPassword();
        var aside = folder.resolveSibling("postgres.new");
        FolderStore.delete(aside);
        commands.rootless().own(FolderStore.create(aside));
        commands.run(List.of(
                "initdb",
                "--pgdata=" + aside,
                "--username=" + SUPERUSER,
                "--pwfile=" + superuserPasswordFile(),
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
                // What is rewritten at night must not stay readable in the log in the order in which people came: a
                // segment ends within the hour, and is deleted at the next checkpoint instead of being kept for later.
                "min_wal_size=32MB",
                "wal_recycle=off",
                "archive_timeout=1h",
                // Without the detail of an error, which would put a key, of a token say, beside a moment.
                "log_error_verbosity=terse",
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
                if (PostgresCommand.exits(server, Duration.ofMillis(50))) {
                    throw new Refusal("Postgres ended while starting. " + log.tail(), e);
                }
                if (WRONG_PASSWORD.equals(e.getSQLState()) || Instant.now().isAfter(deadline)) {
                    stop();
                    throw unreachable(e);
                }
            }
        }
    }

    private Refusal unreachable(SQLException e) {
        return WRONG_PASSWORD.equals(e.getSQLState())
                ? new Refusal(
                        "Postgres of %s was made with another password than the one in %s: put that back, or delete all data with ./prongsai up --fresh."
                                .formatted(folder, superuserPasswordFile()),
                        e)
                : new Refusal(
                        "Postgres of %s cannot be reached: %s. %s".formatted(folder, e.getMessage(), log.tail()), e);
    }

    /** Outside the monitor, because the action may end this process, which stops this server once more. */
    private void tellIfLost(Process ended) {
        Consumer<String> action;
        synchronized (this) {
            if (process != ended) {
                return;
            }
            action = loss;
        }
        action.accept("Postgres has ended, and nobody asked it to. " + log.tail());
    }

    private void stopOrphan(ProcessHandle orphan) {
        commands.run(List.of("pg_ctl", "stop", "-D", folder.toString(), "-m", "fast", "-w", "-s"));
        orphan.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
