package org.prongsai.methodology.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.prongsai.methodology.Fault;

/** A CSV table with a header: columns in any order, each needed one once, strangers refused; a row at a time. */
public record Table(List<String> needed, List<String> optional) {

    public static Table of(String... needed) {
        return new Table(List.of(needed), List.of());
    }

    public Table or(String... others) {
        return new Table(needed, List.of(others));
    }

    /** What every table is read with: the caller gives it a text or a file. */
    public static CsvReader.CsvReaderBuilder csv() {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true);
    }

    public List<Fault> read(String text, Consumer<Row> each) {
        var content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return read(csv().ofCsvRecord(content).iterator(), each);
    }

    /** Hands over every row; what is wrong with the table, and what its readers noted, comes back. */
    public List<Fault> read(Iterator<CsvRecord> csv, Consumer<Row> each) {
        var faults = new TableFaults();
        int line = 1;
        try {
            var header = csv.hasNext() ? header(csv.next(), faults) : header(List.of(), faults);
            while (!header.isEmpty() && csv.hasNext() && !faults.full()) {
                var row = csv.next();
                line = (int) row.getStartingLineNumber();
                take(row, line, header, faults, each);
            }
        } catch (CsvParseException broken) {
            faults.add(line + 1, "", "unreadable", "CSV with quotes that close", null);
        }
        if (faults.full()) faults.add(line, "", "too-many-faults", TableFaults.MOST, null);
        return faults.all();
    }

    private static void take(CsvRecord row, int line, List<String> header, TableFaults faults, Consumer<Row> each) {
        if (row.getFieldCount() == header.size()) each.accept(new Row(line, cells(row, header), faults));
        else faults.add(line, "", "wrong-columns", header.size(), row.getFieldCount());
    }

    private static Map<String, String> cells(CsvRecord row, List<String> header) {
        var cells = new HashMap<String, String>();
        for (int i = 0; i < header.size(); i++)
            cells.put(header.get(i), row.getField(i).strip());
        return cells;
    }

    private List<String> header(CsvRecord record, TableFaults faults) {
        return header(record.getFields().stream().map(String::strip).toList(), faults);
    }

    /** Empty where the rows below it cannot be understood. */
    private List<String> header(List<String> header, TableFaults faults) {
        var missing = needed.stream().filter(each -> !header.contains(each)).toList();
        var strange = header.stream()
                .filter(each -> !needed.contains(each) && !optional.contains(each))
                .toList();
        boolean twice = new HashSet<>(header).size() < header.size();
        if (missing.isEmpty() && strange.isEmpty() && !twice) return header;
        var expected =
                String.join(",", needed) + (optional.isEmpty() ? "" : " (and " + String.join(",", optional) + ")");
        faults.add(1, "", "wrong-header", expected, String.join(",", header));
        return List.of();
    }
}
