package org.prongsai.seeds.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.calendar.Dates;
import org.prongsai.methodology.table.Row;
import org.prongsai.methodology.table.Table;

/** A register file: which provincial offices and checkpoints of it exist on a day, or everything that is wrong with it. */
final class Register {

    private static final Table TABLE =
            Table.of("agency", "type").or("parent", "province", "name_th", "name_en", "from", "to", "provenance");
    private static final Set<String> UNITS = Set.of("province", "checkpoint");
    private static final int SHOWN = 20;

    private final LocalDate today;
    private final Set<String> seen = new HashSet<>();
    private final List<String> units = new ArrayList<>();

    private Register(LocalDate today) {
        this.today = today;
    }

    static List<String> units(String csv, LocalDate today) {
        var register = new Register(today);
        List<Fault> faults = TABLE.read(csv, register::take);
        if (!faults.isEmpty()) throw new IllegalArgumentException(text(faults));
        if (register.units.isEmpty())
            throw new IllegalArgumentException(
                    "no line has the type province or checkpoint and is of a unit that exists on " + today);
        return register.units;
    }

    private void take(Row row) {
        String agency = row.agency();
        if (!agency.isEmpty() && !seen.add(agency)) row.fault("agency", "duplicate", "each agency once");
        boolean begun = holds(row, "from", day -> !day.isAfter(today));
        boolean ended = !holds(row, "to", day -> !day.isBefore(today));
        if (UNITS.contains(row.needed("type")) && begun && !ended) units.add(agency);
    }

    private static boolean holds(Row row, String column, Predicate<LocalDate> rule) {
        try {
            return row.text(column).isEmpty() || rule.test(Dates.imported(row.text(column)));
        } catch (DateTimeException wrong) {
            row.fault(column, "bad-date", Dates.EXPECTED);
            return false;
        }
    }

    private static String text(List<Fault> faults) {
        String more = faults.size() > SHOWN ? "\n    … and %,d more".formatted(faults.size() - SHOWN) : "";
        return faults.stream()
                .limit(SHOWN)
                .map(Fault::said)
                .collect(Collectors.joining("\n    ", "it is no register of agencies:\n    ", more));
    }
}
