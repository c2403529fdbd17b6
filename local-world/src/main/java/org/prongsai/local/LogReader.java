package org.prongsai.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads the end of a log, where the reason usually is. */
record LogReader(Path log) {

    private static final int LINES = 8;

    String tail() {
        try (var lines = Files.lines(log)) {
            var all = lines.filter(line -> !line.isBlank()).toList();
            return all.subList(Math.max(0, all.size() - LINES), all.size()).stream()
                    .map(line -> System.lineSeparator() + "  | " + line)
                    .collect(Collectors.joining("", "The end of " + log + ":", ""));
        } catch (IOException | UncheckedIOException e) {
            return "See " + log + ".";
        }
    }
}
