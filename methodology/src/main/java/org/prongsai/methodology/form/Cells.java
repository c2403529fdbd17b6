package org.prongsai.methodology.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where each integer of a tally lies: the respondents, a count for each option, four sums for each pair of questions. */
public final class Cells {
    public static final int RESPONDENTS = 0;
    private static final int PER_PAIR = 4;
    private static final String COUNT = "count,";

    private final Form form;
    private final List<Line> lines;
    private final List<Line> counts;

    /**
     * Cells that are written together.
     *
     * @param beginning of the line, up to the comma before the first number
     * @param cell of the first number; where that is 0 the line says nothing
     */
    public record Line(String beginning, int cell, int numbers) {}

    Cells(Form form) {
        this.form = form;
        this.lines = lines();
        this.counts = lines.stream()
                .filter(line -> line.beginning().startsWith(COUNT))
                .map(line -> new Line(line.beginning().substring(COUNT.length()), line.cell(), line.numbers()))
                .toList();
    }

    private List<Line> lines() {
        var all = new ArrayList<Line>();
        all.add(new Line("respondents,", RESPONDENTS, 1));
        for (int q = 0; q < form.size(); q++) {
            var options = question(q).optionCodes();
            for (int option = 0; option < options.size(); option++)
                all.add(new Line(COUNT + code(q) + "," + options.get(option) + ",", count(q, option), 1));
            for (int r = q; r < form.size(); r++)
                all.add(new Line("pair," + code(q) + "," + code(r) + ",", pair(q, r), PER_PAIR));
        }
        all.sort(Comparator.comparing(Line::beginning));
        return List.copyOf(all);
    }

    public Form form() {
        return form;
    }

    /** All cells, by the lines in which a tally is written, in byte order. */
    public List<Line> inOrder() {
        return lines;
    }

    /** The counts among them, each beginning with question and option. */
    public List<Line> counts() {
        return counts;
    }

    public int size() {
        return pairs() + PER_PAIR * form.size() * (form.size() + 1) / 2;
    }

    public int count(int q, int option) {
        return 1 + form.offset(q) + option;
    }

    /** Where the counts end and the pairs begin. */
    int pairs() {
        return 1 + form.offset(form.size());
    }

    /** The first of the four sums of two questions, q not after r. */
    public int pair(int q, int r) {
        return pairs() + PER_PAIR * (r * (r + 1) / 2 + q);
    }

    /** What people call a cell, for a message. */
    public String name(int cell) {
        if (cell == RESPONDENTS) return "respondents";
        return cell < pairs() ? countName(cell - 1) : pairName((cell - pairs()) / PER_PAIR);
    }

    private String countName(int place) {
        int q = 0;
        while (form.offset(q + 1) <= place) q++;
        return "question %s option %s"
                .formatted(code(q), question(q).optionCodes().get(place - form.offset(q)));
    }

    private String pairName(int pair) {
        int r = 0;
        while ((r + 1) * (r + 2) / 2 <= pair) r++;
        return "questions %s and %s".formatted(code(pair - r * (r + 1) / 2), code(r));
    }

    public Question question(int q) {
        return form.questions().get(q);
    }

    private String code(int q) {
        return question(q).code();
    }
}
