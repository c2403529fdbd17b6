package org.prongsai.bench.plot;

import java.util.List;

/** One figure over several sizes, under the name that stands at its end. */
public record Line(String name, List<Point> points) {

    /** The value of the last size; nothing is below all. */
    double end() {
        return points.isEmpty() ? Double.NEGATIVE_INFINITY : points.getLast().y();
    }
}
