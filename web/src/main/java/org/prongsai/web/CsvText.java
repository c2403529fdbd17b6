package org.prongsai.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lines of a CSV file for people who open it in a spreadsheet, which must not take any text of ours for a formula. */
public final class CsvText {
    private static final String GUARD = "'";

    /** With the apostrophes before it: unguarded, a text that begins with one could not be told from a guarded formula. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r]");

    private CsvText() {}

    /** Cells of one line; nothing is an empty cell. */
    public static List<String> line(@Nullable Object... cells) {
        return Stream.of(cells).map(CsvText::cell).toList();
    }

    public static byte[] of(List<List<String>> lines) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            lines.forEach(csv::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(@Nullable Object value) {
        if (value == null) return "";
        var text = value.toString();
        return formula(text) ? GUARD + text : text;
    }

    /** What a cell of such a file held before it was kept from being a formula. */
    public static String unguarded(String cell) {
        return cell.startsWith(GUARD) && formula(cell) ? cell.substring(GUARD.length()) : cell;
    }

    private static boolean formula(String text) {
        return FORMULA.matcher(text).lookingAt();
    }
}
