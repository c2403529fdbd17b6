package org.prongsai.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the Postgres that a killed run left behind in a data folder, and never takes another process for it. */
record PostmasterReader(Path folder, ProcessHandle process) {

    static Optional<PostmasterReader> of(Path folder) {
        try (var lines = Files.lines(folder.resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(process -> isServerOf(folder, process))
                    .map(process -> new PostmasterReader(folder, process));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void endOrphan(Consumer<ProcessHandle> stop) {
        process.parent().filter(PostmasterReader::isJava).ifPresent(parent -> {
            throw new Refusal("Postgres of %s is already in use by process %d".formatted(folder, parent.pid()));
        });
        stop.accept(process);
    }

    private static boolean isServerOf(Path folder, ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .commandLine()
                        .filter(line -> line.contains("postgres") && line.contains(folder.toString()))
                        .isPresent();
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().filter(path -> path.endsWith("java")).isPresent();
    }
}
