package org.prongsai.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The data folder: made private, emptied only when it is certainly ours; whoever deletes it has asked that before. */
record FolderStore(Path folder) {

    private static final FileAttribute<?> FOR_ITS_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    static final String LOCK = "lock";
    static final String SEEDED = "seeded";
    private static final Set<String> OURS =
            Set.of("postgres", "postgres.new", "kafka", "mail", "keys", "secrets", "logs", "run", LOCK, SEEDED);

    FolderStore prepare() {
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder.toAbsolutePath().getParent());
                Files.createDirectory(folder, FOR_ITS_OWNER);
            }
            Files.createDirectories(logs());
            Files.createDirectories(folder.resolve("run"));
        } catch (IOException e) {
            throw noPermission();
        }
        if (!Files.isWritable(folder)) {
            throw noPermission();
        }
        return this;
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path log(String process) {
        return logs().resolve(process + ".log");
    }

    ChildStore children() {
        return new ChildStore(folder.resolve("run"));
    }

    boolean isSeeded() {
        return Files.exists(folder.resolve(SEEDED));
    }

    void markSeeded() {
        try {
            Files.writeString(folder.resolve(SEEDED), "");
        } catch (IOException e) {
            throw noPermission();
        }
    }

    /** Keeps the lock, which is held meanwhile. */
    void empty() {
        var strangers =
                entries().stream().filter(path -> !OURS.contains(name(path))).toList();
        if (!strangers.isEmpty()) {
            throw new Refusal(
                    "%s holds '%s', which is not ours, so nothing was deleted: empty it yourself or name another folder in PRONGSAI_DATA."
                            .formatted(folder, name(strangers.getFirst())));
        }
        entries().stream().filter(path -> !name(path).equals(LOCK)).forEach(FolderStore::delete);
        prepare();
    }

    void delete() {
        delete(folder);
    }

    private List<Path> entries() {
        try (var paths = Files.list(folder)) {
            return paths.toList();
        } catch (IOException e) {
            throw noPermission();
        }
    }

    private Refusal noPermission() {
        return new Refusal("%s cannot be written: give yourself permission or name another folder in PRONGSAI_DATA."
                .formatted(folder));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    static void delete(Path path) {
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }
}
