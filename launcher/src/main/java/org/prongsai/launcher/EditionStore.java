package org.prongsai.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;

/** The unpacked builds of one module: each in a folder of its own that never changes, and not more of them than needed. */
record EditionStore(Path folder) {

    private static final String ASIDE = "unpacking-";
    /** The newest, and the one before it, which another launcher may be about to start. */
    private static final int KEPT = 2;

    Path folder(String origin) {
        return folder.resolve(origin);
    }

    /** Where an edition is made, until it is whole. */
    Path aside(String origin) throws IOException {
        var aside = folder.resolve(ASIDE + ProcessHandle.current().pid() + "-" + origin);
        if (Files.exists(aside)) {
            FolderStore.delete(aside);
        }
        return Files.createDirectories(aside);
    }

    void sweep(Path newest) throws IOException {
        var running = commandLines();
        editions().stream()
                .filter(edition -> !edition.equals(newest))
                .skip(KEPT - 1)
                .filter(edition -> running.stream().noneMatch(line -> line.contains(edition + "/")))
                .forEach(EditionStore::delete);
        entries().stream().filter(EditionStore::isAbandoned).forEach(EditionStore::delete);
    }

    private List<Path> editions() throws IOException {
        return entries().stream()
                .filter(entry -> !isAside(entry))
                .sorted(Comparator.comparing(EditionStore::made).reversed())
                .toList();
    }

    private List<Path> entries() throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }

    private static List<String> commandLines() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .toList();
    }

    private static FileTime made(Path edition) {
        try {
            return Files.getLastModifiedTime(edition);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static boolean isAside(Path entry) {
        return entry.getFileName().toString().startsWith(ASIDE);
    }

    private static boolean isAbandoned(Path entry) {
        return isAside(entry)
                && ProcessHandle.of(
                                Long.parseLong(entry.getFileName().toString().split("-")[1]))
                        .isEmpty();
    }

    private static void delete(Path edition) {
        try {
            FolderStore.delete(edition);
        } catch (UncheckedIOException e) {
            // Somebody else's, or swept by another launcher at this moment: it costs room and nothing else.
        }
    }
}
