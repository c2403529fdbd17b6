package org.prongsai.bench.intake;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the result.
 *
 * @param turns the same figure of each turn by itself; empty where there is one
 * @param atLeast the floor that it must reach
 * @param below what it must stay under
 */
record Figure(
        String name,
        double value,
        String unit,
        List<Double> turns,
        @Nullable Double atLeast,
        @Nullable Double below) {

    static Figure ratio(String name, Pair pair) {
        return new Figure(name, pair.ratio(), "", pair.ratios(), null, null);
    }

    static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, List.of(), null, null);
    }

    Figure atLeast(double floor) {
        return new Figure(name, value, unit, turns, floor, below);
    }

    Figure below(double ceiling) {
        return new Figure(name, value, unit, turns, atLeast, ceiling);
    }

    boolean met() {
        return (atLeast == null || value >= atLeast) && (below == null || value < below);
    }

    String written() {
        return unit.isEmpty() ? number(value) : number(value) + " " + unit;
    }

    /** From the lowest to the highest turn. */
    String spread() {
        return turns.size() < 2 ? "" : number(Collections.min(turns)) + "–" + number(Collections.max(turns));
    }

    String wanted() {
        if (atLeast != null) {
            return "≥ " + number(atLeast);
        }
        return below == null ? "" : "< " + number(below);
    }

    String verdict() {
        if (atLeast == null && below == null) {
            return "";
        }
        return met() ? "met" : "MISSED";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 && value != Math.rint(value) ? "%.2f" : "%,.0f", value);
    }
}
