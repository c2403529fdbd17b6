package org.prongsai.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what the build made of a module and sets it aside, once for each build, so that the next build takes nothing from
 * under a process that runs. Applications are unpacked there, which halves the time they take to start.
 */
record AppStore(Path home) {

    private static final String SUFFIX = "-exec.jar";

    private interface Way {
        void into(Path built, Path folder) throws IOException;
    }

    Path jar(String module) {
        return setAside(module, AppStore::unpack);
    }

    /** As it was built: what is no Spring application cannot be unpacked, and what runs once gains nothing by it. */
    Path packed(String module) {
        return setAside(module, (built, folder) -> Files.copy(built, folder.resolve(built.getFileName())));
    }

    /** Reproducible builds give every jar the same date, so the date alone says nothing. */
    static String origin(Path built) throws IOException {
        return Files.size(built) + "-"
                + Files.getAttribute(built, "unix:ctime").toString().replaceAll("\\D", "");
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** How to start a jar, with others beside it: a program that is named by its jar alone sees no class path. */
    static List<String> program(Path jar, List<Path> beside) throws IOException {
        if (beside.isEmpty()) {
            return List.of("-jar", jar.toString());
        }
        var classPath = Stream.concat(Stream.of(jar), beside.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        try (var file = new JarFile(jar.toFile())) {
            return List.of(
                    "-cp", classPath, file.getManifest().getMainAttributes().getValue(Name.MAIN_CLASS));
        }
    }

    private Path setAside(String module, Way way) {
        var target = home.resolve(module).resolve("target");
        var built = built(module, target);
        var editions = new EditionStore(target.resolve("app"));
        try {
            var edition = editions.folder(origin(built));
            if (!Files.exists(edition)) {
                make(built, edition, editions.aside(origin(built)), way);
                editions.sweep(edition);
            }
            return edition.resolve(built.getFileName());
        } catch (IOException e) {
            throw new Refusal(
                    "%s cannot be unpacked into %s: give yourself permission to write there, or use a clone of your own (%s)."
                            .formatted(built, editions.folder(), e));
        }
    }

    /** Two launchers may do this at once: the first to rename wins. */
    private static void make(Path built, Path edition, Path aside, Way way) throws IOException {
        try {
            way.into(built, aside);
            Files.move(aside, edition, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            FolderStore.delete(aside);
            if (!Files.exists(edition)) {
                throw e;
            }
        }
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
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(said.lines().findFirst().orElse("no reason was given"));
        }
    }
}
