package org.prongsai.methodology.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.prongsai.methodology.Parsed;
import org.prongsai.methodology.calendar.Dates;
import org.prongsai.methodology.calendar.Holidays;
import org.prongsai.methodology.calendar.Holidays.Holiday;

/** Public holidays as a file: {@code date,name_th,name_en,kind,provenance,source}, each day once, in one era. */
public final class HolidayTable {
    private static final Table TABLE = Table.of("date", "name_th", "name_en", "kind", "provenance", "source");
    private static final List<String> KINDS = List.of("holiday", "substitution", "cabinet");
    private static final List<String> PROVENANCES = List.of("official", "verified", "provisional");

    private final List<Holiday> holidays = new ArrayList<>();
    private final Set<LocalDate> days = new HashSet<>();
    private Optional<Boolean> buddhist = Optional.empty();

    private HolidayTable() {}

    public static Parsed<Holidays> parse(String csv) {
        var table = new HolidayTable();
        var faults = TABLE.read(csv, table::take);
        return Parsed.of(new Holidays(table.holidays), faults);
    }

    private void take(Row row) {
        var kind = word(row, "kind", KINDS);
        var provenance = word(row, "provenance", PROVENANCES);
        row.needed("source");
        var name = Map.of("th", row.needed("name_th"), "en", row.needed("name_en"));
        date(row).ifPresent(date -> holidays.add(new Holiday(date, name, kind, provenance)));
    }

    private static String word(Row row, String column, List<String> allowed) {
        var word = row.text(column);
        if (!allowed.contains(word)) row.fault(column, "unknown-value", allowed);
        return word;
    }

    private Optional<LocalDate> date(Row row) {
        try {
            var date = Dates.imported(row.text("date"));
            boolean era = Dates.buddhist(row.text("date"));
            if (buddhist.isPresent() && buddhist.get() != era) row.fault("date", "mixed-eras", "all dates in one era");
            buddhist = buddhist.or(() -> Optional.of(era));
            if (days.add(date)) return Optional.of(date);
            row.fault("date", "duplicate", "each day once");
        } catch (DateTimeException wrong) {
            row.fault("date", "bad-date", Dates.EXPECTED);
        }
        return Optional.empty();
    }
}
