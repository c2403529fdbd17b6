package org.prongsai.seeds.folder;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a folder while they are written: each under a name of its own, until all of them take their names together or
 * none does, also when the program is told to end.
 */
final class UnfinishedStore implements AutoCloseable {

    private static final String UNFINISHED = ".unfinished";
    private static final String BEFORE = ".before";

    private final Path folder;
    private final boolean made;
    private final List<Path> files = new ArrayList<>();
    private final List<Path> named = new ArrayList<>();
    private final List<Path> earlier = new ArrayList<>();
    private final Thread ending = new Thread(this::abandon, "abandon-unfinished-files");
    private boolean over;

    private UnfinishedStore(Path folder, boolean made) {
        this.folder = folder;
        this.made = made;
    }

    /** A folder that holds something already is refused, unless told to overwrite. */
    static UnfinishedStore in(Path folder, boolean overwrite) throws IOException {
        boolean made = !Files.exists(folder);
        if (!made && !Files.isDirectory(folder))
            throw new IllegalArgumentException("--out %s: it is a file; name a folder".formatted(folder));
        if (!made && !overwrite && !empty(folder))
            throw new IllegalArgumentException(
                    "--out %s: the folder is not empty; name another one, or add --force to overwrite what an earlier run wrote"
                            .formatted(folder));
        Files.createDirectories(folder);
        var store = new UnfinishedStore(folder, made);
        Runtime.getRuntime().addShutdownHook(store.ending);
        return store;
    }

    private static boolean empty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    synchronized OutputStream open(String name) throws IOException {
        if (over) throw new IOException("told to end before " + name + " was begun");
        Path file = folder.resolve(name);
        if (Files.isDirectory(file)) throw new FileSystemException(file.toString(), null, "a folder has this name");
        files.add(file);
        return new BufferedOutputStream(Files.newOutputStream(unfinished(file)), 1 << 16);
    }

    /** All files take their names, and of these others none is left from an earlier run; or it all is as it was before. */
    synchronized void finish(List<String> others) throws IOException {
        if (over) throw new IOException("told to end before all files were complete");
        try {
            for (Path file : files) aside(file);
            for (String other : others) aside(folder.resolve(other));
            for (Path file : files) {
                move(unfinished(file), file);
                named.add(file);
            }
        } catch (IOException failed) {
            restore();
            throw failed;
        }
        over = true;
        earlier.forEach(file -> delete(before(file)));
    }

    private void aside(Path file) throws IOException {
        if (!Files.isRegularFile(file)) return;
        move(file, before(file));
        earlier.add(file);
    }

    private void restore() {
        named.forEach(UnfinishedStore::delete);
        for (Path file : earlier)
            try {
                move(before(file), file);
            } catch (IOException left) {
                System.err.println("could not give " + before(file) + " its name back: " + left);
            }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private synchronized void abandon() {
        if (over) return;
        over = true;
        files.forEach(file -> delete(unfinished(file)));
        if (made) delete(folder);
    }

    /** What cannot be deleted still has a name that says what it is. */
    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException left) {
            System.err.println("could not delete " + path + ": " + left);
        }
    }

    private static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    private static Path before(Path file) {
        return file.resolveSibling(file.getFileName() + BEFORE);
    }

    @Override
    public void close() {
        abandon();
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException endingAlready) {
            // The hook finds nothing to do.
        }
    }
}
