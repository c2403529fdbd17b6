package org.prongsai.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks this machine's Postgres from the class path once, into the user's cache folder. */
final class PostgresArchiveReader {

    private static final Map<String, String> ARCHIVES = Map.of(
            "linux-amd64", "postgres-linux-x86_64.txz",
            "linux-aarch64", "postgres-linux-arm_64.txz",
            "mac-x86_64", "postgres-darwin-x86_64.txz",
            "mac-aarch64", "postgres-darwin-arm_64.txz");

    private PostgresArchiveReader() {}

    static Path unpacked() {
        var platform = platform();
        var archive = ARCHIVES.getOrDefault(platform, "");
        var source = PostgresArchiveReader.class.getResource("/" + archive);
        if (archive.isEmpty() || source == null) {
            throw new Refusal(
                    "there is no Postgres for %s on the class path; point the services at your own".formatted(platform)
                            + " with PRONGSAI_POSTGRES");
        }
        try {
            var connection = source.openConnection();
            connection.setUseCaches(false);
            var home = cache().resolve("postgres-%s-%d".formatted(platform, connection.getContentLengthLong()));
            if (!Files.exists(home)) {
                try (var tar = new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(connection.getInputStream())))) {
                    unpack(tar, home);
                }
            }
            return home.resolve("bin");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack Postgres", e);
        }
    }

    private static String platform() {
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return (os.startsWith("mac") ? "mac" : os) + "-" + System.getProperty("os.arch");
    }

    private static Path cache() throws IOException {
        var home = Path.of(System.getProperty("user.home"));
        var named = System.getenv("XDG_CACHE_HOME");
        var cache = (named == null || named.isBlank() ? home.resolve(".cache") : Path.of(named)).resolve("prongsai");
        try {
            return Files.createDirectories(cache);
        } catch (IOException e) {
            return Files.createDirectories(
                    Path.of(System.getProperty("java.io.tmpdir"), "prongsai-" + System.getProperty("user.name")));
        }
    }

    /** Two processes may do this at once: each unpacks aside, and the first to rename wins. */
    private static void unpack(TarArchiveInputStream tar, Path home) throws IOException {
        var aside = Files.createTempDirectory(home.getParent(), "unpacking-");
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            write(tar, entry, aside.resolve(entry.getName()).normalize());
        }
        try {
            Files.move(aside, home);
        } catch (IOException e) {
            FolderStore.delete(aside);
            if (!Files.exists(home)) {
                throw e;
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0) {
            var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(target, permissions);
        }
    }
}
