package org.prongsai.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One process of the platform: started, watched until it is ready, stopped, killed, started again. */
final class ChildServer {

    private static final HealthClient HEALTH = new HealthClient();
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Part part;
    private final LaunchSettings settings;
    private final FolderStore folder;
    private final ChildStore children;
    private final Patience patience;
    private final Consumer<String> tell;
    private @Nullable Path jar;
    private @Nullable Process process;
    private volatile boolean expected;
    private boolean closed;

    ChildServer(Part part, LaunchSettings settings, Patience patience, Consumer<String> tell) {
        this.part = part;
        this.settings = settings;
        this.folder = settings.folder();
        this.children = folder.children();
        this.patience = patience;
        this.tell = tell;
    }

    Part part() {
        return part;
    }

    void start() {
        awaitReady(launchOnce(edition()));
    }

    /** From now on it starts no more, even if its start is under way. */
    synchronized void close() {
        closed = true;
    }

    /** Asks it to finish, and waits until it has. */
    synchronized void stop() {
        expected = true;
        if (process != null) {
            ChildStore.end(process.toHandle());
            children.forget(part.name());
        }
    }

    /** Gives it no chance to finish anything. */
    synchronized void kill() {
        expected = true;
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Runs when it ends without having been asked to. */
    synchronized void onLoss(Runnable action) {
        if (process != null) {
            process.onExit().thenRun(() -> {
                if (!expected) {
                    action.run();
                }
            });
        }
    }

    List<ProcessHandle> processes() {
        var all = new ArrayList<ProcessHandle>();
        if (process != null) {
            all.add(process.toHandle());
            process.descendants().forEach(all::add);
        }
        return all;
    }

    Path log() {
        return folder.log(part.name());
    }

    /** A restart runs what the start ran, whatever was built meanwhile. */
    private Path edition() {
        var chosen = jar;
        if (chosen == null) {
            chosen = new AppStore(settings.home()).jar(part.name());
            jar = chosen;
        }
        return chosen;
    }

    private synchronized Process launchOnce(Path jar) {
        if (closed) {
            throw new Refusal("%s was stopped while starting.".formatted(part.name()));
        }
        expected = false;
        var started = launch(jar);
        children.remember(part.name(), started.toHandle());
        process = started;
        return started;
    }

    private Process launch(Path jar) {
        var command = new ArrayList<>(DetachedCommand.PREFIX);
        command.add(AppStore.java().toString());
        command.addAll(JVM);
        command.addAll(JitOptions.of(part));
        command.addAll(settings.of(part).jvm());
        try {
            command.addAll(AppStore.program(jar, settings.of(part).classPath()));
            LogReader.setAside(log());
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            // Spring reads settings from the folder it is started in, too.
            builder.directory(folder.logs().toFile());
            builder.environment().keySet().removeIf(Surroundings::steers);
            builder.environment().putAll(environment());
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + part.name(), e);
        }
    }

    private Map<String, String> environment() {
        var environment =
                Surroundings.of(part, settings.ports(), settings.data().toString(), settings.drills());
        environment.putAll(settings.of(part).environment());
        return environment;
    }

    private void awaitReady(Process started) {
        var url = part.healthUrl(settings.ports());
        var began = Instant.now();
        var remarks = 0L;
        while (!HEALTH.isUp(url)) {
            if (ends(started)) {
                throw new Refusal("%s ended while starting. The end of %s:%n%s"
                        .formatted(part.name(), log(), LogReader.tail(log())));
            }
            var waited = Duration.between(began, Instant.now());
            if (patience.isOver(waited)) {
                throw new Refusal("%s is not ready after %d s. The end of %s:%n%s"
                        .formatted(part.name(), waited.toSeconds(), log(), LogReader.tail(log())));
            }
            if (patience.remarks(waited) > remarks) {
                remarks = patience.remarks(waited);
                tell.accept(
                        "%s is not ready after %d s; its log is %s".formatted(part.name(), waited.toSeconds(), log()));
            }
        }
    }

    private static boolean ends(Process started) {
        try {
            return started.waitFor(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        }
    }
}
