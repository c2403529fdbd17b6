package org.prongsai.methodology.tally;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.prongsai.methodology.form.Form;

/** A tally as lines: {@code respondents,n}, {@code count,question,option,n}, {@code pair,question,question,n,sum,sum,product}. */
final class TallyText {
    private TallyText() {}

    static String write(Tally tally) {
        var lines = new ArrayList<String>();
        if (tally.respondents() > 0) lines.add("respondents," + tally.respondents() + "\n");
        for (int q = 0; q < tally.form().size(); q++) {
            counts(tally, q, lines);
            for (int r = q; r < tally.form().size(); r++) pair(tally, q, r, lines);
        }
        lines.sort(null);
        return String.join("", lines);
    }

    private static void counts(Tally tally, int q, List<String> lines) {
        var question = tally.form().questions().get(q);
        var codes = question.optionCodes();
        for (int option = 0; option < codes.size(); option++)
            if (tally.count(q, option) > 0)
                lines.add("count," + question.code() + "," + codes.get(option) + "," + tally.count(q, option) + "\n");
    }

    private static void pair(Tally tally, int q, int r, List<String> lines) {
        var pair = tally.pair(q, r);
        var questions = tally.form().questions();
        if (pair.n() > 0)
            lines.add("pair," + questions.get(q).code() + "," + questions.get(r).code() + "," + pair.n() + ","
                    + pair.sumFirst() + "," + pair.sumSecond() + "," + pair.sumProduct() + "\n");
    }

    static long[] read(Cells cells, String text) {
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
