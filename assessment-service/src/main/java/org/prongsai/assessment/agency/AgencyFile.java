package org.prongsai.assessment.agency;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.Rejection;
import org.prongsai.web.ThaiText;

/**
 * The register as a file, one agency a line.
 *
 * @param encoding which one it was read from, null if from none
 */
record AgencyFile(@Nullable String encoding, List<AgencyRow> rows, List<Rejection> rejected) {
    static final int MOST_LINES = 100_000;
    static final int MOST_FAULTS = 1000;
    private static final String HEADER = String.join(",", AgencyRow.COLUMNS);

    static AgencyFile read(byte[] content) {
        return ThaiText.of(content)
                .map(AgencyFile::read)
                .orElseGet(() -> new AgencyFile(null, List.of(), List.of(Rejection.encoding(content))));
    }

    static AgencyFile read(String text) {
        return read(new ThaiText(text, "UTF-8"));
    }

    private static AgencyFile read(ThaiText file) {
        var csv = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(file.text())
                .iterator();
        var lines = new AgencyFile(file.encoding(), new ArrayList<>(), new ArrayList<>());
        var reading = new Reading(lines);
        try {
            var header = csv.hasNext() ? csv.next().getFields() : List.<String>of();
            if (!header.stream().map(String::strip).toList().equals(AgencyRow.COLUMNS))
                return lines.refused(new Rejection(1, "", "wrong-header", HEADER, String.join(",", header)));
            while (csv.hasNext() && reading.goesOn()) reading.take(csv.next());
            reading.end();
        } catch (CsvParseException broken) {
            reading.giveUp("unreadable", "CSV with quotes that close");
        }
        return lines;
    }

    /** How far a file has been read: very many lines or faults are a wrong file, and the rest of it is left unread. */
    private static final class Reading {
        private final AgencyFile file;
        private final Eras eras = new Eras();
        private long line = 1;
        private int lines;

        Reading(AgencyFile file) {
            this.file = file;
        }

        boolean goesOn() {
            if (lines == MOST_LINES) return giveUp("too-many-lines", MOST_LINES);
            return file.rejected.size() < MOST_FAULTS || giveUp("too-many-faults", MOST_FAULTS);
        }

        void take(CsvRecord csv) {
            lines++;
            line = csv.getStartingLineNumber();
            var fields = csv.getFields();
            if (fields.size() == AgencyRow.COLUMNS.size()) row(fields);
            else file.rejected.add(new Rejection(line, "", "wrong-columns", AgencyRow.COLUMNS.size(), fields.size()));
        }

        private void row(List<String> fields) {
            for (var column : AgencyRow.DATES) eras.see(line, fields.get(AgencyRow.COLUMNS.indexOf(column)));
            file.rows.add(AgencyRow.read(line, fields, file.rejected));
        }

        void end() {
            eras.mixed().ifPresent(file.rejected::add);
        }

        /** What follows was not read, so what refers to it is no further news. */
        boolean giveUp(String reason, Object expected) {
            file.rows.clear();
            file.rejected.add(new Rejection(line + 1, "", reason, expected, null));
            return false;
        }
    }

    /** Can be read back: an export is an import. */
    static String write(List<Agency> agencies) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(AgencyRow.COLUMNS);
            agencies.forEach(agency -> csv.writeRecord(AgencyRow.cells(agency)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private AgencyFile refused(Rejection rejection) {
        return new AgencyFile(encoding, List.of(), List.of(rejection));
    }
}
