package org.prongsai.methodology.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.Fault;

/** What is wrong with a table so far; very many faults are a wrong file, and the rest of it goes unread. */
public final class TableFaults {
    static final int MOST = 1000;

    private final List<Fault> faults = new ArrayList<>();

    void add(int line, String column, String reason, @Nullable Object expected, @Nullable Object actual) {
        var at = "/lines/" + line + (column.isEmpty() ? "" : Fault.step(column));
        if (!full()) faults.add(new Fault(at, reason, expected, actual, line));
    }

    boolean full() {
        return faults.size() >= MOST;
    }

    public List<Fault> all() {
        return List.copyOf(faults);
    }
}
