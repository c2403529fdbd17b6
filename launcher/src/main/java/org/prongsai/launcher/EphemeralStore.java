package org.prongsai.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The temporary data folders of this machine: each named after its launcher, and swept once that was killed. */
record EphemeralStore(Path parent) {

    private static final Pattern NAME = Pattern.compile("prongsai-ephemeral-(\\d+)-\\w+");
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    static EphemeralStore ofThisMachine() {
        return new EphemeralStore(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** A name nobody else has; the folder is made when it is certain that it will be used. */
    Path next() {
        return parent.resolve("prongsai-ephemeral-%d-%08x"
                .formatted(ProcessHandle.current().pid(), UUID.randomUUID().hashCode()));
    }

    /** Ends the processes first. Folders of other users, and those whose launcher still runs, are left alone. */
    void sweep(Consumer<String> tell) {
        leftovers().forEach(folder -> sweep(new FolderStore(folder), tell));
    }

    private static void sweep(FolderStore folder, Consumer<String> tell) {
        try (var lock = LockStore.acquire(folder)) {
            folder.children().endOrphans(tell);
            folder.delete();
        } catch (Refusal | UncheckedIOException e) {
            // In use where process numbers are others, as in a container, or swept by another launcher at this moment.
        }
    }

    private List<Path> leftovers() {
        try (var folders = Files.list(parent)) {
            return folders.filter(folder -> NAME.matcher(name(folder)).matches())
                    .filter(EphemeralStore::isMine)
                    .filter(folder -> !hasLauncher(folder))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isMine(Path folder) {
        try {
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)
                            .getName()
                            .equals(System.getProperty("user.name"));
        } catch (IOException e) {
            return false;
        }
    }

    /** A process that began after the folder was written got the number of the one that made it. */
    private static boolean hasLauncher(Path folder) {
        var name = NAME.matcher(name(folder));
        return name.matches()
                && ProcessHandle.of(Long.parseLong(name.group(1)))
                        .map(process -> process.info().startInstant().orElse(Instant.EPOCH))
                        .filter(began -> began.isBefore(written(folder).plus(TOLERANCE)))
                        .isPresent();
    }

    private static Instant written(Path folder) {
        try {
            return Files.getLastModifiedTime(folder).toInstant();
        } catch (IOException e) {
            return Instant.MAX.minus(TOLERANCE);
        }
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }
}
