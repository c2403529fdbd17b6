package org.prongsai.web;

import java.util.List;
import java.util.Map;

/** One line of a CSV file by column, without surrounding blanks; reading a cell notes what is wrong with it. */
public record CsvLine(long number, Map<String, String> cells, List<Rejection> rejected) {

    /** What stands there; empty where nothing does. */
    public String text(String column) {
        return cells.getOrDefault(column, "");
    }

    /** As {@link #text}, and nothing is a fault. */
    public String required(String column, Object expected) {
        var text = text(column);
        if (text.isEmpty()) rejected.add(new Rejection(number, column, "missing", expected, null));
        return text;
    }

    public void reject(String column, String reason, Object expected) {
        reject(column, reason, expected, text(column));
    }

    public void reject(String column, String reason, Object expected, Object actual) {
        rejected.add(new Rejection(number, column, reason, expected, actual));
    }
}
