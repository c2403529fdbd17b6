package org.prongsai.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Finds what the build made of a module, and unpacks it once: an unpacked application starts in half the time. */
record AppStore(Path home) {

    private static final String SUFFIX = "-exec.jar";

    Path jar(String module) {
        var target = home.resolve(module).resolve("target");
        var built = built(module, target);
        var unpacked = target.resolve("app").resolve(built.getFileName());
        try {
            if (!Files.exists(unpacked) || isOlder(unpacked, built)) {
                unpack(built, target.resolve("app"));
                Files.setLastModifiedTime(unpacked, Files.getLastModifiedTime(built));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + built, e);
        }
        return unpacked;
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static Path built(String module, Path target) {
        try (var files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .findFirst()
                    .orElseThrow(() -> notBuilt(module));
        } catch (IOException e) {
            throw notBuilt(module);
        }
    }

    private static Refusal notBuilt(String module) {
        return new Refusal("%s is not built: run ./prongsai up, or mvn package -DskipTests.".formatted(module));
    }

    private static boolean isOlder(Path unpacked, Path built) throws IOException {
        return Files.getLastModifiedTime(unpacked).compareTo(Files.getLastModifiedTime(built)) != 0;
    }

    private static void unpack(Path built, Path folder) throws IOException {
        var command = List.of(
                java().toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djarmode=tools",
                "-jar",
                built.toString(),
                "extract",
                "--force",
                "--destination",
                folder.toString());
        var process = new ProcessBuilder(command).inheritIO().start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("unpacking failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
