package org.prongsai.methodology.tally;

import java.util.BitSet;
import org.prongsai.methodology.form.Cells;
import org.prongsai.methodology.form.Form;

/** A tally as lines: {@code respondents,n}, {@code count,question,option,n}, {@code pair,question,question,n,sum,sum,product}. */
final class TallyText {
    private TallyText() {}

    static String write(Cells cells, Sums sums) {
        var text = new StringBuilder();
        for (var line : cells.inOrder()) {
            if (sums.get(line.cell()) == 0) continue;
            text.append(line.beginning()).append(sums.get(line.cell()));
            for (int more = 1; more < line.numbers(); more++) text.append(',').append(sums.get(line.cell() + more));
            text.append('\n');
        }
        return text.toString();
    }

    /** In the order in which it was written, or else line by line. */
    static long[] read(Cells cells, String text) {
        var sums = new TallyCursor(text).read(cells);
        return sums == null ? readLines(cells, text) : sums;
    }

    private static long[] readLines(Cells cells, String text) {
        var sums = new long[cells.size()];
        var seen = new BitSet();
        for (var line : (Iterable<String>) text.lines()::iterator) {
            var columns = line.split(",", -1);
            int cell = cell(cells, columns, line);
            if (seen.get(cell)) throw new IllegalArgumentException("twice in a tally: " + line);
            seen.set(cell);
            int first = columns[0].equals("pair") ? 3 : columns.length - 1;
            for (int c = first; c < columns.length; c++) sums[cell + c - first] = number(columns[c], line);
        }
        return sums;
    }

    private static int cell(Cells cells, String[] columns, String line) {
        var form = cells.form();
        var kind = columns[0] + columns.length;
        return switch (kind) {
            case "respondents2" -> Cells.RESPONDENTS;
            case "count4" -> count(cells, form, columns);
            case "pair7" -> pair(cells, form.position(columns[1]), form.position(columns[2]), line);
            default -> throw new IllegalArgumentException("no line of a tally: " + line);
        };
    }

    private static int count(Cells cells, Form form, String[] columns) {
        int q = form.position(columns[1]);
        return cells.count(q, form.optionPosition(q, columns[2]));
    }

    private static int pair(Cells cells, int q, int r, String line) {
        if (q > r) throw new IllegalArgumentException("questions out of order: " + line);
        return cells.pair(q, r);
    }

    private static long number(String column, String line) {
        try {
            return Long.parseLong(column);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("no number " + column + " in: " + line, wrong);
        }
    }
}
