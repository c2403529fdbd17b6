package org.prongsai.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file from an office, one thing a line below its header; what cannot be read is named with its line.
 *
 * @param encoding which one it was read from, null if from none
 */
public record CsvFile<R>(@Nullable String encoding, List<R> rows, List<Rejection> rejected) {
    public static final int MOST_LINES = 100_000;
    public static final int MOST_FAULTS = 1000;

    /** Reads row by row; whoever reads one notes its faults in the line and gives a stand-in. */
    public static <R> CsvFile<R> read(byte[] content, CsvHeader header, Function<CsvLine, R> row) {
        return ThaiText.of(content)
                .map(text -> read(text, header, row))
                .orElseGet(() -> new CsvFile<>(null, List.of(), List.of(Rejection.encoding(content))));
    }

    private static <R> CsvFile<R> read(ThaiText text, CsvHeader header, Function<CsvLine, R> row) {
        var file = new CsvFile<R>(text.encoding(), new ArrayList<>(), new ArrayList<>());
        new Reading<>(file, row).read(text.text(), header);
        return file;
    }

    private static List<String> fields(CsvRecord csv) {
        return csv.getFields().stream().map(String::strip).toList();
    }

    /** How far a file has been read: very many lines or faults are a wrong file, and the rest of it is left unread. */
    private static final class Reading<R> {
        private final CsvFile<R> file;
        private final Function<CsvLine, R> row;
        private List<String> columns = List.of();
        private long line = 1;
        private int lines;

        Reading(CsvFile<R> file, Function<CsvLine, R> row) {
            this.file = file;
            this.row = row;
        }

        void read(String text, CsvHeader header) {
            var csv = CsvReader.builder()
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowUnclosedQuote(false)
                    .ofCsvRecord(text)
                    .iterator();
            try {
                if (csv.hasNext()) columns = fields(csv.next());
                file.rejected.addAll(header.refuse(columns));
                if (!file.rejected.isEmpty()) return;
                while (csv.hasNext() && goesOn()) take(csv.next());
            } catch (CsvParseException broken) {
                giveUp("unreadable", "CSV with quotes that close");
            }
        }

        private boolean goesOn() {
            if (lines == MOST_LINES) return giveUp("too-many-lines", MOST_LINES);
            return file.rejected.size() < MOST_FAULTS || giveUp("too-many-faults", MOST_FAULTS);
        }

        private void take(CsvRecord csv) {
            lines++;
            line = csv.getStartingLineNumber();
            var fields = fields(csv);
            if (fields.size() == columns.size()) file.rows.add(row.apply(cells(fields)));
            else file.rejected.add(new Rejection(line, "", "wrong-columns", columns.size(), fields.size()));
        }

        private CsvLine cells(List<String> fields) {
            var cells = new HashMap<String, String>();
            for (int i = 0; i < fields.size(); i++) cells.put(columns.get(i), fields.get(i));
            return new CsvLine(line, cells, file.rejected);
        }

        /** What follows was not read, so what refers to it is no further news. */
        private boolean giveUp(String reason, Object expected) {
            file.rows.clear();
            file.rejected.add(new Rejection(line + 1, "", reason, expected, null));
            return false;
        }
    }
}
