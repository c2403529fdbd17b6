package org.prongsai.launcher;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A platform on this machine: where it answers, how it starts and stops, and how single processes are taken from it. */
public final class Platform implements AutoCloseable {

    private final LaunchSettings settings;
    private final Consumer<String> tell;
    private final FolderStore folder;
    private final LockStore lock;
    private final Map<String, ChildServer> children = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Platform(LaunchSettings settings, FolderStore folder, LockStore lock, Consumer<String> tell) {
        this.settings = settings;
        this.folder = folder;
        this.lock = lock;
        this.tell = tell;
        Topology.PARTS.forEach(
                part -> children.put(part.name(), new ChildServer(part, settings, Patience.USUAL, tell)));
    }

    /** Starts everything and returns when it is ready; a {@link Refusal} says why not. */
    public static Platform start(LaunchSettings settings) {
        var platform = prepare(settings, sentence -> {});
        try {
            platform.startAll();
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
        return platform;
    }

    /** Makes sure that the folder and the ports are ours to use, and starts nothing yet. */
    public static Platform prepare(LaunchSettings settings, Consumer<String> tell) {
        EphemeralStore.ofThisMachine().sweep(tell);
        if (settings.ephemeral()) {
            PortReader.refuseTaken(settings.ports());
        }
        var folder = settings.folder().prepare();
        var lock = LockStore.acquire(folder);
        try {
            folder.children().endOrphans(tell);
            if (settings.fresh()) {
                folder.empty();
            }
            PortReader.refuseTaken(settings.ports());
            return new Platform(settings, folder, lock, tell);
        } catch (RuntimeException e) {
            lock.close();
            if (settings.ephemeral()) {
                folder.delete();
            }
            throw e;
        }
    }

    public LaunchSettings settings() {
        return settings;
    }

    public String gateway() {
        return settings.ports().url(Topology.GATEWAY.port());
    }

    public String issuer() {
        return settings.ports().url(Topology.LOCAL_WORLD.port());
    }

    public String tokenEndpoint() {
        return issuer() + "/oauth2/token";
    }

    public String mailbox() {
        return issuer() + "/mailbox";
    }

    /** Only with drills allowed: POST here + {@code /kafka/stop}, {@code /kafka/start}, and the same for postgres. */
    public String drill() {
        return issuer() + "/drill";
    }

    /** Of a process, past the gateway. */
    public String service(String name) {
        return settings.ports().url(Topology.named(name).port());
    }

    /** Of Postgres: host:port. */
    public String postgres() {
        return settings.ports().address("postgres");
    }

    /** Of Kafka: host:port. */
    public String kafka() {
        return settings.ports().address("kafka");
    }

    /** Of a service, for its management endpoints. */
    public String management(String service) {
        return settings.ports().url(Topology.named(service).managementPort());
    }

    /** As if the machine had lost it: no goodbye. */
    public void kill(String name) {
        child(name).kill();
    }

    /** Starts what was killed or still runs, and returns when it is ready. */
    public void restart(String name) {
        child(name).stop();
        child(name).start();
    }

    /** Stops all of it in order; a throwaway folder goes too. */
    @Override
    public void close() {
        children().forEach(ChildServer::close);
        stop();
        threads.close();
        lock.close();
        if (settings.ephemeral()) {
            folder.delete();
        }
    }

    /** The services first and together, then what they stand on. */
    public void stop() {
        var world = child(Topology.LOCAL_WORLD.name());
        together(children().filter(child -> child != world).map(child -> child::stop));
        world.stop();
    }

    /** Each starts as soon as what it needs is there, and its secrets, which the local world makes; the first that fails ends the wait. */
    public void startAll() {
        var starts = new LinkedHashMap<String, CompletableFuture<Void>>();
        for (var child : children.values()) {
            var needs = Stream.concat(child.part().needs().stream(), maker(child.part()))
                    .map(need -> starts.get(Topology.providerOf(need).name()))
                    .toArray(CompletableFuture[]::new);
            starts.put(child.part().name(), CompletableFuture.allOf(needs).thenRunAsync(() -> start(child), threads));
        }
        join(starts.values().stream());
    }

    private static Stream<String> maker(Part part) {
        return part.managed() ? Stream.of(Topology.LOCAL_WORLD.name()) : Stream.empty();
    }

    Stream<ChildServer> children() {
        return children.values().stream();
    }

    FolderStore folder() {
        return folder;
    }

    private void start(ChildServer child) {
        child.start();
        tell.accept("%-22s %s"
                .formatted(
                        child.part().name(), settings.ports().url(child.part().port())));
    }

    private ChildServer child(String name) {
        var child = children.get(name);
        if (child == null) {
            throw new IllegalArgumentException("there is no process called " + name);
        }
        return child;
    }

    private void together(Stream<Runnable> actions) {
        join(actions.map(action -> CompletableFuture.runAsync(action, threads)));
    }

    private static void join(Stream<CompletableFuture<Void>> all) {
        var futures = all.toList();
        var failed = new CompletableFuture<Void>();
        futures.forEach(future -> future.exceptionally(failure -> {
            failed.completeExceptionally(failure);
            return null;
        }));
        try {
            CompletableFuture.anyOf(failed, CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }
}
