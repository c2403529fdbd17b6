package org.prongsai.bench.plot;

/** What was measured at one size; both are above zero, as logarithms want it. */
public record Point(double x, double y) {

    private static final double LEAST = 0.001;

    public Point {
        x = Math.max(x, LEAST);
        y = Math.max(y, LEAST);
    }
}
