package org.prongsai.bench.report;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prongsai.bench.load.Pair;

/**
 * One line of the result.
 *
 * @param turns the same figure of each turn by itself; empty where there is one
 * @param atLeast the floor that it must reach
 * @param below what it must stay under
 */
public record Figure(
        String name,
        double value,
        String unit,
        List<Double> turns,
        @Nullable Double atLeast,
        @Nullable Double below) {

    public static Figure ratio(String name, Pair pair) {
        return new Figure(name, pair.ratio(), "", pair.ratios(), null, null);
    }

    public static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, List.of(), null, null);
    }

    /** The same with what each turn came to by itself beside it. */
    public Figure turns(List<Double> each) {
        return new Figure(name, value, unit, each, atLeast, below);
    }

    public Figure atLeast(double floor) {
        return new Figure(name, value, unit, turns, floor, below);
    }

    public Figure below(double ceiling) {
        return new Figure(name, value, unit, turns, atLeast, ceiling);
    }

    public boolean met() {
        return (atLeast == null || value >= atLeast) && (below == null || value < below);
    }

    public String written() {
        return unit.isEmpty() ? number(value) : number(value) + " " + unit;
    }

    /** From the lowest to the highest turn. */
    public String spread() {
        return turns.size() < 2 ? "" : number(Collections.min(turns)) + "–" + number(Collections.max(turns));
    }

    public String wanted() {
        if (atLeast != null) {
            return "≥ " + number(atLeast);
        }
        return below == null ? "" : "< " + number(below);
    }

    public String verdict() {
        if (atLeast == null && below == null) {
            return "";
        }
        return met() ? "met" : "MISSED";
    }

    public static String number(double value) {
        return String.format(Locale.ROOT, value < 10 && value != Math.rint(value) ? "%.2f" : "%,.0f", value);
    }
}
