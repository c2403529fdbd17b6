package org.prongsai.methodology.tally;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.form.Cells;
import org.prongsai.methodology.form.Form;

/** Everything a score and its error need to know of any number of answers, whatever their order; a value. */
public final class Tally {
    private final Cells cells;
    private final Sums sums;

    private Tally(Cells cells, long[] sums) {
        this.cells = cells;
        this.sums = Sums.of(sums);
    }

    public static Tally empty(Form form) {
        var cells = form.cells();
        return new Tally(cells, new long[cells.size()]);
    }

    public Tally plus(Map<String, String> answers) {
        return plusAll(List.of(answers));
    }

    public Tally minus(Map<String, String> answers) {
        return minusAll(List.of(answers));
    }

    public Tally plusAll(Collection<Map<String, String>> sheets) {
        return changed(sheets, 1);
    }

    /** Takes back answers that were added; more than were added is a mistake of the caller. */
    public Tally minusAll(Collection<Map<String, String>> sheets) {
        return changed(sheets, -1);
    }

    private Tally changed(Collection<Map<String, String>> sheets, int sign) {
        if (sheets.isEmpty()) return this;
        var changed = sums.copy();
        for (var sheet : sheets) count(changed, sheet, sign);
        return new Tally(cells, sign > 0 ? changed : notNegative(cells, changed));
    }

    private void count(long[] into, Map<String, String> sheet, int sign) {
        var values = new int[form().size()];
        Arrays.fill(values, -1);
        sheet.forEach((question, option) -> {
            int q = form().position(question);
            int place = form().optionPosition(q, option);
            into[cells.count(q, place)] += sign;
            var value = form().value(q, place);
            if (value != null) values[q] = value;
        });
        into[Cells.RESPONDENTS] += sign;
        for (int r = 0; r < values.length; r++) if (values[r] >= 0) countPairs(into, values, r, sign);
    }

    private void countPairs(long[] into, int[] values, int r, int sign) {
        for (int q = 0; q <= r; q++) {
            if (values[q] < 0) continue;
            int pair = cells.pair(q, r);
            into[pair] += sign;
            into[pair + 1] += (long) sign * values[q];
            into[pair + 2] += (long) sign * values[r];
            into[pair + 3] += (long) sign * values[q] * values[r];
        }
    }

    public Tally merge(Tally other) {
        return combined(other, 1);
    }

    public Tally subtract(Tally other) {
        return combined(other, -1);
    }

    private Tally combined(Tally other, int sign) {
        if (!form().equals(other.form())) throw new IllegalArgumentException("tallies of different forms");
        var combined = sums.copy();
        for (int cell = 0; cell < combined.length; cell++) combined[cell] += sign * other.sums.get(cell);
        return new Tally(cells, notNegative(cells, combined));
    }

    private static long[] notNegative(Cells cells, long[] changed) {
        for (int cell = 0; cell < changed.length; cell++)
            if (changed[cell] < 0)
                throw new IllegalArgumentException(
                        "%s would be %d: these answers were not counted".formatted(cells.name(cell), changed[cell]));
        return changed;
    }

    /**
     * From published counts only: means can be taken, but no error, for which the pairs are missing.
     *
     * @param counts how often each option was chosen, in the order of the form: all options of the first question, then of the second …
     */
    public static Tally ofCounts(Form form, long[] counts) {
        var cells = form.cells();
        var sums = new long[cells.size()];
        System.arraycopy(counts, 0, sums, 1, form.offset(form.size()));
        for (int q = 0; q < form.size(); q++)
            sums[Cells.RESPONDENTS] = Math.max(sums[Cells.RESPONDENTS], new Tally(cells, sums).answered(q));
        return new Tally(cells, notNegative(cells, sums));
    }

    public Form form() {
        return cells.form();
    }

    public long respondents() {
        return sums.get(Cells.RESPONDENTS);
    }

    public long count(int q, int option) {
        return sums.get(cells.count(q, option));
    }

    public long count(String question, String option) {
        int q = form().position(question);
        return count(q, form().optionPosition(q, option));
    }

    /** Each option that was chosen as {@code question,option,} and how often, in byte order. */
    void eachCount(ObjLongConsumer<String> take) {
        for (var line : cells.counts())
            if (sums.get(line.cell()) > 0) take.accept(line.beginning(), sums.get(line.cell()));
    }

    /** How many gave this question an answer, with a value or without. */
    public long answered(int q) {
        return LongStream.range(0, cells.question(q).options().size())
                .map(option -> count(q, (int) option))
                .sum();
    }

    /** How many gave this question an answer with a value. */
    public long valued(int q) {
        return overValues(q, 0);
    }

    /** The sum of the values given. */
    public long sum(int q) {
        return overValues(q, 1);
    }

    private long overValues(int q, int power) {
        long all = 0;
        var options = cells.question(q).options();
        for (int option = 0; option < options.size(); option++) {
            var value = options.get(option).value();
            if (value != null) all += count(q, option) * (power == 0 ? 1 : value);
        }
        return all;
    }

    /** The sums over those who gave both questions a value, q not after r. */
    public Pair pair(int q, int r) {
        int pair = cells.pair(q, r);
        return new Pair(sums.get(pair), sums.get(pair + 1), sums.get(pair + 2), sums.get(pair + 3));
    }

    /** False for a tally made of published counts. */
    public boolean pairsKnown() {
        return IntStream.range(0, form().size()).allMatch(q -> pair(q, q).n() == valued(q));
    }

    /** Lines in byte order, zeros left out: the same text for the same answers. */
    public String toText() {
        return TallyText.write(cells, sums);
    }

    public static Tally parse(Form form, String text) {
        var cells = form.cells();
        var sums = TallyText.read(cells, text);
        return new Tally(cells, notNegative(cells, sums));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tally tally && tally.form().equals(form()) && tally.sums.equals(sums);
    }

    @Override
    public int hashCode() {
        return sums.hashCode();
    }

    @Override
    public String toString() {
        return toText();
    }
}
