package org.prongsai.methodology.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.prongsai.methodology.Parsed;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;

/** Marks of many units, {@code agency,item,mark}: each item once a unit, each mark one of the framework's. */
public final class MarkTable {
    private static final Table TABLE = Table.of("agency", "item", "mark");

    private final Map<String, Instrument> instruments = new HashMap<>();
    private final SortedMap<String, Map<String, Integer>> marks = new TreeMap<>();

    private MarkTable(Framework framework) {
        for (var instrument : framework.instruments())
            if (instrument.marked()) instrument.items().forEach(item -> instruments.put(item.code(), instrument));
    }

    /** Marks by agency and item. */
    public static Parsed<SortedMap<String, Map<String, Integer>>> read(Framework framework, Iterator<CsvRecord> csv) {
        var table = new MarkTable(framework);
        var faults = TABLE.read(csv, table::take);
        return Parsed.of(table.marks, faults);
    }

    private void take(Row row) {
        var agency = row.agency();
        var item = row.text("item");
        var instrument = instruments.get(item);
        var mark = row.number("mark", 0, 100);
        if (instrument == null) row.fault("item", "unknown-item", "a marked item of the framework");
        else if (mark.isPresent() && !instrument.marks().contains(mark.get().intValue()))
            row.fault("mark", "unknown-mark", List.copyOf(instrument.marks()));
        else if (mark.isPresent() && !agency.isEmpty())
            put(row, agency, item, mark.get().intValue());
    }

    private void put(Row row, String agency, String item, int mark) {
        var before = marks.computeIfAbsent(agency, _ -> new TreeMap<>()).putIfAbsent(item, mark);
        if (before != null) row.fault("item", "duplicate", "each item once a unit");
    }
}
