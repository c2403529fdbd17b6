package org.prongsai.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All files of one folder of seeds as they lie in the source, so that a new one is checked without anybody naming it. */
public record SeedFolder(String name) {

    public List<Path> files() {
        try (Stream<Path> files = Files.list(Path.of(name))) {
            List<Path> all = files.sorted().toList();
            assertThat(all).as("files in " + name).isNotEmpty();
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Without the ending. */
    public static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static JsonNode json(Path file) {
        return JsonMapper.shared().readTree(text(file));
    }

    public static List<NamedCsvRecord> rows(Path file) {
        return CsvReader.builder().ofNamedCsvRecord(text(file)).stream().toList();
    }

    /** Every line of every register file. */
    public static List<NamedCsvRecord> agencies() {
        return new SeedFolder("agencies")
                .files().stream().flatMap(file -> rows(file).stream()).toList();
    }

    public static List<String> frameworks() {
        return new SeedFolder("frameworks")
                .files().stream().map(SeedFolder::nameOf).toList();
    }
}
