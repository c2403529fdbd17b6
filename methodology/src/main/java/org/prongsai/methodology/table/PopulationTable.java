package org.prongsai.methodology.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.prongsai.methodology.Parsed;

/** How many could have answered in each unit, {@code agency,internal,external}: eligible staff, and people served. */
public final class PopulationTable {
    private static final Table TABLE = Table.of("agency", "internal", "external");
    private static final int MOST = 100_000_000;

    private PopulationTable() {}

    /** By agency, then by the instrument that asks them. */
    public static Parsed<Map<String, Map<String, Integer>>> read(Iterator<CsvRecord> csv) {
        var populations = new HashMap<String, Map<String, Integer>>();
        var faults = TABLE.read(csv, row -> take(row, populations));
        return Parsed.of(populations, faults);
    }

    private static void take(Row row, Map<String, Map<String, Integer>> into) {
        var agency = row.agency();
        var internal = row.number("internal", 0, MOST);
        var external = row.number("external", 0, MOST);
        if (internal.isEmpty() || external.isEmpty() || agency.isEmpty()) return;
        var population =
                Map.of("iit", internal.get().intValue(), "eit", external.get().intValue());
        if (into.putIfAbsent(agency, population) != null) row.fault("agency", "duplicate", "each unit once");
    }
}
