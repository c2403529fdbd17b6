package org.prongsai.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs the programs that come with Postgres, as a user they accept, and keeps what they say. */
record PostgresCommand(Path bin, RootlessCommand rootless, LogReader log) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static PostgresCommand keeping(LogReader log) {
        return new PostgresCommand(PostgresArchiveReader.unpacked(), RootlessCommand.ofThisUser(), log);
    }

    /** Returns when it has ended well. */
    void run(List<String> command) {
        var tool = launch(command);
        if (!exits(tool, PATIENCE)) {
            throw new IllegalStateException(command.getFirst() + " did not end");
        }
        if (tool.exitValue() != 0) {
            throw new Refusal("%s failed. %s".formatted(command.getFirst(), log.tail()));
        }
    }

    Process launch(List<String> command) {
        var absolute = new ArrayList<>(command);
        absolute.set(0, bin.resolve(command.getFirst()).toString());
        try {
            var builder = new ProcessBuilder(rootless.wrap(absolute))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.log().toFile()));
            builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command.getFirst(), e);
        }
    }

    static boolean exits(Process process, Duration wait) {
        try {
            return process.waitFor(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Postgres", e);
        }
    }
}
