package org.prongsai.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Remembers which processes were started, so that those of a killed launcher are found, and no others are touched. */
record ChildStore(Path folder) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    void remember(String name, ProcessHandle process) {
        try {
            Files.writeString(folder.resolve(name + ".pid"), markOf(process).toString());
        } catch (IOException e) {
            throw new Refusal("%s cannot be written: give yourself permission or name another folder in PRONGSAI_DATA."
                    .formatted(folder));
        }
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + ".pid"));
        } catch (IOException e) {
            // A mark without its process is ignored by the next start.
        }
    }

    /** Services first, so that they can still finish their writing. */
    void endOrphans(Consumer<String> tell) {
        var names = Topology.PARTS.stream().map(Part::name).toList();
        var world = Topology.LOCAL_WORLD.name();
        end(names.stream().filter(name -> !name.equals(world)).toList(), tell);
        end(List.of(world), tell);
        var postmaster = new PostmasterStore(folder.resolveSibling("postgres"));
        postmaster.server().ifPresent(process -> {
            tell.accept("stopping Postgres (process %d), left behind by a local world that was killed"
                    .formatted(process.pid()));
            end(process);
        });
        postmaster.forgetStranger();
    }

    private void end(List<String> names, Consumer<String> tell) {
        var orphans = names.stream()
                .flatMap(name -> orphan(name).stream()
                        .peek(process -> tell.accept("stopping %s (process %d), left behind by a run that was killed"
                                .formatted(name, process.pid()))))
                .toList();
        orphans.forEach(ProcessHandle::destroy);
        orphans.forEach(ChildStore::end);
        names.forEach(this::forget);
    }

    private Optional<ProcessHandle> orphan(String name) {
        try {
            return ChildMark.parse(Files.readString(folder.resolve(name + ".pid")))
                    .flatMap(mark -> ProcessHandle.of(mark.pid())
                            .filter(process -> mark.isOf(markOf(process)))
                            .filter(ChildStore::isJava));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static ChildMark markOf(ProcessHandle process) {
        return new ChildMark(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().filter(path -> path.endsWith("java")).isPresent();
    }

    static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot wait for process " + process.pid(), e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
