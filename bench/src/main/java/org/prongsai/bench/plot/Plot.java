package org.prongsai.bench.plot;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lines over sizes, both axes logarithmic.
 *
 * @param name of the file, without its ending
 * @param title what is measured, and in what
 * @param over what it grows with
 * @param unit of the values
 */
public record Plot(String name, String title, String over, String unit, List<Line> lines) {

    Axis x(double from, double to) {
        return Axis.of(values(Point::x), from, to);
    }

    Axis y(double from, double to) {
        return Axis.of(values(Point::y), from, to);
    }

    private DoubleStream values(ToDoubleFunction<Point> of) {
        return lines.stream().flatMap(line -> line.points().stream()).mapToDouble(of);
    }

    /** Which of the lines ends highest. */
    int upper() {
        return IntStream.range(0, lines.size())
                .boxed()
                .max(Comparator.comparingDouble(line -> lines.get(line).end()))
                .orElse(0);
    }

    /** Every value in words, for those who cannot see the lines. */
    String description() {
        return String.join(
                "; ",
                lines.stream()
                        .map(line -> line.name() + ": "
                                + String.join(
                                        ", ",
                                        line.points().stream().map(this::told).toList()))
                        .toList());
    }

    private String told(Point point) {
        return Stream.of(Axis.text(point.y()), unit, "at", Axis.text(point.x()))
                .reduce((one, next) -> one + " " + next)
                .orElseThrow();
    }
}
