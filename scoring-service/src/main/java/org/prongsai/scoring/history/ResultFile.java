package org.prongsai.scoring.history;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.Rejection;
import org.prongsai.web.ThaiText;

/** A file of results of earlier years, its columns in any order; what cannot be read is named with its line. */
record ResultFile(@Nullable String encoding, List<ResultRow> rows, List<Rejection> rejected) {
    static final int MOST_LINES = 100_000;
    static final int MOST_FAULTS = 1000;
    private static final List<String> COLUMNS = Stream.of(ResultRow.REQUIRED, ResultRow.OPTIONAL, ResultRow.PASSED_OVER)
            .flatMap(List::stream)
            .toList();

    static ResultFile read(byte[] content) {
        return ThaiText.of(content)
                .map(ResultFile::read)
                .orElseGet(() -> new ResultFile(null, List.of(), List.of(Rejection.encoding(content))));
    }

    private static ResultFile read(ThaiText text) {
        var reading = new Reading(new ResultFile(text.encoding(), new ArrayList<>(), new ArrayList<>()));
        var csv = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text.text())
                .iterator();
        try {
            if (!reading.begin(csv.hasNext() ? fields(csv.next()) : List.of())) return reading.file;
            while (csv.hasNext() && reading.goesOn()) reading.take(csv.next());
        } catch (CsvParseException broken) {
            reading.giveUp("unreadable", "CSV with quotes that close");
        }
        return reading.file;
    }

    private static List<String> fields(CsvRecord csv) {
        return csv.getFields().stream().map(String::strip).toList();
    }

    /** How far a file has been read: very many lines or faults are a wrong file, and the rest of it is left unread. */
    private static final class Reading {
        private final ResultFile file;
        private List<String> header = List.of();
        private long line = 1;
        private int lines;

        Reading(ResultFile file) {
            this.file = file;
        }

        /** Whether the header says what stands below it. */
        boolean begin(List<String> columns) {
            header = columns;
            var seen = new HashSet<String>();
            for (var column : columns) {
                if (!COLUMNS.contains(column)) reject("", "unknown-column", COLUMNS, column);
                else if (!seen.add(column)) reject("", "duplicate-column", "once", column);
            }
            for (var column : ResultRow.REQUIRED)
                if (!seen.contains(column)) reject("", "missing-column", column, String.join(",", columns));
            return file.rejected.isEmpty();
        }

        boolean goesOn() {
            if (lines == MOST_LINES) return giveUp("too-many-lines", MOST_LINES);
            return file.rejected.size() < MOST_FAULTS || giveUp("too-many-faults", MOST_FAULTS);
        }

        void take(CsvRecord csv) {
            lines++;
            line = csv.getStartingLineNumber();
            var fields = fields(csv);
            if (fields.size() != header.size()) {
                reject("", "wrong-columns", header.size(), fields.size());
                return;
            }
            var texts = new HashMap<String, String>();
            for (int i = 0; i < fields.size(); i++) texts.put(header.get(i), fields.get(i));
            file.rows.add(ResultRow.read(line, texts, file.rejected));
        }

        /** What follows was not read, so what refers to it is no further news. */
        boolean giveUp(String reason, Object expected) {
            file.rows.clear();
            line++;
            reject("", reason, expected, null);
            return false;
        }

        private void reject(String column, String reason, Object expected, @Nullable Object actual) {
            file.rejected.add(new Rejection(line, column, reason, expected, actual));
        }
    }
}
