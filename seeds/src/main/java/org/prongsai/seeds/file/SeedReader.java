package org.prongsai.seeds.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds seed files, in a folder where one is given and otherwise among those that came with the program. */
public record SeedReader(@Nullable Path folder) {

    public static SeedReader packaged() {
        return new SeedReader(null);
    }

    public static SeedReader in(Path folder) {
        return new SeedReader(folder);
    }

    public String text(String name) {
        try (InputStream file = open(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the seed file " + name, unreadable);
        }
    }

    public boolean has(String name) {
        return folder == null
                ? SeedReader.class.getResource(resource(name)) != null
                : Files.isRegularFile(folder.resolve(name));
    }

    /** Every framework there is, by name. */
    public List<String> frameworks() {
        return yaml("frameworks")
                .map(file -> file.replaceFirst("^frameworks/", "").replaceFirst("[.]yaml$", ""))
                .toList();
    }

    /** Every language there is; the files are named by their language tags. */
    public List<String> languages() {
        return yaml("languages").toList();
    }

    private Stream<String> yaml(String name) {
        return names(name).stream()
                .filter(file -> file.matches("[^/]+[.]yaml"))
                .sorted()
                .map(file -> name + "/" + file);
    }

    private List<String> names(String name) {
        try {
            if (folder != null) return names(folder.resolve(name));
            URL packaged = SeedReader.class.getResource(resource(name));
            if (packaged == null) return List.of();
            return packaged.openConnection() instanceof JarURLConnection jar
                    ? names(jar)
                    : names(Path.of(URI.create(packaged.toString())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list the seed files in " + name, unreadable);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** In a jar, also one within a jar, folders are only beginnings of names. */
    private static List<String> names(JarURLConnection folder) throws IOException {
        folder.setUseCaches(false);
        String beginning = folder.getEntryName().replaceFirst("/?$", "/");
        try (JarFile jar = folder.getJarFile()) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(beginning))
                    .map(name -> name.substring(beginning.length()))
                    .toList();
        }
    }

    private InputStream open(String name) throws IOException {
        if (!has(name)) throw new IllegalArgumentException("there is no seed file " + name + where());
        return folder == null ? packaged(name) : Files.newInputStream(folder.resolve(name));
    }

    private static InputStream packaged(String name) throws IOException {
        InputStream file = SeedReader.class.getResourceAsStream(resource(name));
        if (file == null) throw new IOException(name + " vanished");
        return file;
    }

    private static String resource(String name) {
        return "/seeds/" + name;
    }

    private String where() {
        return folder == null ? " in the program" : " in " + folder.toAbsolutePath();
    }
}
