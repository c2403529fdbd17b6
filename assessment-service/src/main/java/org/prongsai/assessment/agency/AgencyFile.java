package org.prongsai.assessment.agency;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The register as a file: UTF-8, with or without byte order mark, one agency a line. */
record AgencyFile(List<AgencyRow> rows, List<Rejection> rejected) {
    static final int MOST_LINES = 100_000;
    private static final String HEADER = String.join(",", AgencyRow.COLUMNS);

    static AgencyFile read(byte[] content) {
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException otherEncoding) {
            return refused(new Rejection(1, "", "not-utf-8", "a file saved as \"CSV UTF-8\"", null));
        }
    }

    static AgencyFile read(String text) {
        var csv = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)
                .iterator();
        var file = new AgencyFile(new ArrayList<>(), new ArrayList<>());
        long line = 1;
        try {
            var header = csv.hasNext() ? csv.next().getFields() : List.<String>of();
            if (!header.stream().map(String::strip).toList().equals(AgencyRow.COLUMNS))
                return refused(new Rejection(1, "", "wrong-header", HEADER, String.join(",", header)));
            while (csv.hasNext()) line = file.add(csv.next());
        } catch (CsvParseException broken) {
            // What follows was not read, so what refers to it is no further news.
            file.rows.clear();
            file.rejected.add(new Rejection(line + 1, "", "unreadable", "CSV with quotes that close", null));
        }
        return file;
    }

    private long add(CsvRecord csv) {
        long line = csv.getStartingLineNumber();
        var fields = csv.getFields();
        if (rows.size() == MOST_LINES) rejected.add(new Rejection(line, "", "too-many-lines", MOST_LINES, null));
        if (fields.size() == AgencyRow.COLUMNS.size()) rows.add(AgencyRow.read(line, fields, rejected));
        else rejected.add(new Rejection(line, "", "wrong-columns", AgencyRow.COLUMNS.size(), fields.size()));
        return line;
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

    private static AgencyFile refused(Rejection rejection) {
        return new AgencyFile(List.of(), List.of(rejection));
    }
}
