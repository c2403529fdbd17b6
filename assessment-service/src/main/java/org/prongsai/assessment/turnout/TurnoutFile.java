package org.prongsai.assessment.turnout;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turnout as a file, a unit's instrument a line. */
final class TurnoutFile {

    static final List<String> COLUMNS = List.of(
            "agency",
            "name_th",
            "name_en",
            "instrument",
            "population",
            "minimum",
            "minimum_reached",
            "responses",
            "share",
            "as_of");

    private TurnoutFile() {}

    static byte[] header() {
        return text(Stream.of(COLUMNS));
    }

    static byte[] lines(List<TurnoutRow> rows, @Nullable OffsetDateTime asOf) {
        var seen = asOf == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(asOf);
        return text(rows.stream().flatMap(row -> row.instruments().stream().map(each -> cells(row, each, seen))));
    }

    private static List<String> cells(TurnoutRow row, TurnoutRow.Progress instrument, @Nullable String asOf) {
        return Stream.of(
                        row.agency(),
                        row.name().get("th"),
                        row.name().get("en"),
                        instrument.code(),
                        instrument.population(),
                        instrument.minimum(),
                        instrument.minimumReached(),
                        instrument.responses(),
                        instrument.share(),
                        asOf)
                .map(cell -> cell == null ? "" : cell.toString())
                .toList();
    }

    private static byte[] text(Stream<List<String>> lines) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            lines.forEach(csv::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
