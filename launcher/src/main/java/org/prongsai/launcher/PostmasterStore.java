package org.prongsai.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The mark that a Postgres leaves in its folder while it runs, and after it was killed. */
record PostmasterStore(Path folder) {

    /** How far the start that Postgres wrote down may be from the one the system tells. */
    private static final Duration CLOCKS = Duration.ofSeconds(5);

    /** The server that still runs, and no other process that has its number by now. */
    Optional<ProcessHandle> server() {
        return mark().flatMap(mark ->
                process(mark).filter(PostmasterStore::isPostgres).filter(process -> began(process, mark)));
    }

    /** Postgres takes whoever has the number in the mark for itself and refuses to start. */
    void forgetStranger() {
        mark().flatMap(PostmasterStore::process)
                .filter(process -> !isPostgres(process) || !(server().isPresent() || worksHere(process)))
                .ifPresent(stranger -> forget());
    }

    private void forget() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new Refusal(
                    "%s names a process that is no Postgres and cannot be deleted: do that.".formatted(file()));
        }
    }

    private Optional<ChildMark> mark() {
        try {
            var lines = Files.readAllLines(file());
            return Optional.of(new ChildMark(
                    Long.parseLong(lines.getFirst().strip()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()))));
        } catch (IOException | RuntimeException none) {
            return Optional.empty();
        }
    }

    private Path file() {
        return folder.resolve("postmaster.pid");
    }

    private static Optional<ProcessHandle> process(ChildMark mark) {
        return ProcessHandle.of(mark.pid());
    }

    /** Wherever its program lies, even if that was deleted meanwhile. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(path -> path.contains("postgres"))
                .isPresent();
    }

    private static boolean began(ProcessHandle process, ChildMark mark) {
        var began = process.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(began, mark.began()).abs().compareTo(CLOCKS) <= 0;
    }

    private boolean worksHere(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(folder.toString()))
                .isPresent();
    }
}
