package org.prongsai.bench.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A logarithmic scale over whole powers of ten.
 *
 * @param low exponent of ten at its beginning
 * @param high exponent of ten at its end
 * @param from where it begins in the picture
 * @param to where it ends there
 */
record Axis(int low, int high, double from, double to) {

    private static final double ROUNDING = 1e-9;

    static Axis of(DoubleStream values, double from, double to) {
        var all = values.map(Math::log10).summaryStatistics();
        if (all.getCount() == 0) {
            return new Axis(0, 1, from, to);
        }
        int low = (int) Math.floor(all.getMin() + ROUNDING);
        int high = (int) Math.ceil(all.getMax() - ROUNDING);
        return new Axis(low, Math.max(high, low + 1), from, to);
    }

    double at(double value) {
        return from + (to - from) * (Math.log10(value) - low) / (high - low);
    }

    List<Double> ticks() {
        return IntStream.rangeClosed(low, high)
                .mapToObj(power -> Math.pow(10, power))
                .toList();
    }

    /** Three digits are more than a measurement is worth. */
    static String text(double value) {
        if (value >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value).replaceFirst("\\.0+$", "");
    }
}
