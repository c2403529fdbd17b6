package org.prongsai.seeds.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

    /** Each language is a file named by its ISO 639-1 code; what lies in a jar can be asked for but not listed. */
    public List<String> languages() {
        return Stream.of(Locale.getISOLanguages())
                .map(code -> "languages/" + code + ".yaml")
                .filter(this::has)
                .toList();
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
