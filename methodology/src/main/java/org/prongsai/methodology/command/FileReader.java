package org.prongsai.methodology.command;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.Parsed;
import org.prongsai.methodology.table.Table;

/** Reads the files somebody named, each in UTF-8, and says which of them is wrong. */
record FileReader(Path folder) {
    private static final long LARGEST_TEXT = 50_000_000;

    String text(String file) {
        try {
            var path = folder.resolve(file);
            if (Files.size(path) > LARGEST_TEXT)
                throw new WrongFile(file, List.of(new Fault("", "too-large", "at most 50 MB", Files.size(path), 1)));
            var text = Files.readString(path);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException wrong) {
            throw unreadable(file, wrong);
        }
    }

    /** A table is read line by line, whatever its size. */
    <T> T table(String file, Function<Iterator<CsvRecord>, Parsed<T>> reading) {
        try (var content = Files.newBufferedReader(folder.resolve(file));
                var csv = Table.csv().ofCsvRecord(withoutMark(content))) {
            return orWrong(file, reading.apply(csv.iterator()));
        } catch (IOException wrong) {
            throw unreadable(file, wrong);
        } catch (UncheckedIOException wrong) {
            throw unreadable(file, Objects.requireNonNull(wrong.getCause()));
        }
    }

    /** Spreadsheets begin a file with a byte order mark. */
    private static BufferedReader withoutMark(BufferedReader content) throws IOException {
        content.mark(1);
        if (content.read() != '\uFEFF') content.reset();
        return content;
    }

    <T> T document(String file, Function<String, Parsed<T>> reading) {
        return orWrong(file, reading.apply(text(file)));
    }

    /** What was read, or a refusal that names the file and everything wrong with it. */
    static <T> T orWrong(String file, Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Valid<T>(var value) -> value;
            case Parsed.Faulty<T>(var faults) -> throw new WrongFile(file, faults);
        };
    }

    private static RuntimeException unreadable(String file, IOException wrong) {
        if (wrong instanceof CharacterCodingException)
            return new WrongFile(file, List.of(new Fault("", "not-utf-8", "a file saved as UTF-8", null, 1)));
        var reason = wrong instanceof NoSuchFileException ? "there is no such file" : wrong.toString();
        return new IllegalArgumentException(file + ": " + reason);
    }
}
