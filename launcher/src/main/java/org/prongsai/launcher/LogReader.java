package org.prongsai.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.stream.Collectors;

/** Reads the end of a log, where the reason usually is. */
final class LogReader {

    private static final int LINES = 20;

    private LogReader() {}

    /** Each start has a log of its own; the one before is kept. */
    static void setAside(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".previous"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static String tail(Path log) {
        try (var lines = Files.lines(log)) {
            var last = new ArrayDeque<String>();
            lines.filter(line -> !line.isBlank()).forEach(line -> {
                last.add(line);
                if (last.size() > LINES) {
                    last.remove();
                }
            });
            return last.stream().map(line -> "  | " + line).collect(Collectors.joining(System.lineSeparator()));
        } catch (IOException | UncheckedIOException e) {
            return "  | (unreadable)";
        }
    }
}
