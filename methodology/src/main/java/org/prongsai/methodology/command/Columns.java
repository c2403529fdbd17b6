package org.prongsai.methodology.command;

import java.util.ArrayList;
import java.util.List;

/** Rows of text set in columns; Thai vowels and tone marks above and below a letter take no room. */
record Columns(List<List<String>> rows) {

    List<String> lines() {
        var lines = new ArrayList<String>();
        for (var row : rows) lines.add(line(row).stripTrailing());
        return lines;
    }

    private String line(List<String> row) {
        var line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            var cell = row.get(column);
            line.append(cell).append(" ".repeat(width(column) - width(cell) + 2));
        }
        return line.toString();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> width(row.get(column)))
                .max()
                .orElse(0);
    }

    private static int width(String text) {
        return (int) text.codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .count();
    }
}
