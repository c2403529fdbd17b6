package org.prongsai.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Which columns a CSV file has; below a wrong header nothing is read. */
@FunctionalInterface
public interface CsvHeader {

    /** What is wrong with these columns. */
    List<Rejection> refuse(List<String> columns);

    /** These in this order. */
    static CsvHeader exactly(List<String> columns) {
        var expected = String.join(",", columns);
        return found -> found.equals(columns)
                ? List.of()
                : List.of(new Rejection(1, "", "wrong-header", expected, String.join(",", found)));
    }

    /** In any order, each once, and no strangers. */
    static CsvHeader anyOrder(List<String> required, List<String> others) {
        var known = Stream.concat(required.stream(), others.stream()).toList();
        return found -> {
            var rejected = new ArrayList<Rejection>();
            var seen = new HashSet<String>();
            for (var column : found) {
                if (!known.contains(column)) rejected.add(new Rejection(1, "", "unknown-column", known, column));
                else if (!seen.add(column)) rejected.add(new Rejection(1, "", "duplicate-column", "once", column));
            }
            for (var column : required)
                if (!seen.contains(column))
                    rejected.add(new Rejection(1, "", "missing-column", column, String.join(",", found)));
            return rejected;
        };
    }
}
