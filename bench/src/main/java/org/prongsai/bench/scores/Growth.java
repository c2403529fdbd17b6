package org.prongsai.bench.scores;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.prongsai.bench.plot.Line;
import org.prongsai.bench.plot.Plot;
import org.prongsai.bench.plot.Point;
import org.prongsai.bench.report.Figure;

/**
 * How lists and scoring grow with the size of a round, and recounts with what they read and compare: a recount is of all
 * rounds that its platform holds, so no round's size tells how much it had to do.
 *
 * @param byUnits rounds of ever more units
 * @param byResponses rounds that are answered ever more often
 * @param longer recounts of a log that holds ever more answers of few units
 * @param wider recounts that compare ever more scores with a log that grows little
 */
record Growth(List<Size> byUnits, List<Size> byResponses, List<Recount> longer, List<Recount> wider) {

    /** What one round came to. */
    record Size(int units, int responses, double p50, double p99, double rate) {}

    Growth {
        longer = sorted(longer, Recount::answers);
        wider = sorted(wider, Recount::scores);
    }

    private static List<Recount> sorted(List<Recount> recounts, ToLongFunction<Recount> by) {
        return recounts.stream().sorted(Comparator.comparingLong(by)).toList();
    }

    List<Figure> figures() {
        return Stream.of(
                        byUnits.stream().flatMap(size -> figures(size, "%1$,d units with %2$,d responses: ")),
                        byResponses.stream().flatMap(size -> figures(size, "%2$,d responses of %1$,d units: ")),
                        Stream.concat(longer.stream(), wider.stream()).flatMap(Growth::figures))
                .flatMap(figures -> figures)
                .toList();
    }

    /** @param told its units and its responses, in such words that no figure has the name of another */
    private static Stream<Figure> figures(Size size, String told) {
        String name = told.formatted(size.units(), size.responses());
        return Stream.of(
                Figure.of(name + "list p50", size.p50(), "ms"),
                Figure.of(name + "list p99", size.p99(), "ms"),
                Figure.of(name + "scored", size.rate(), "/s"));
    }

    private static Stream<Figure> figures(Recount recount) {
        String name = "recount of %,d answers and %,d scores".formatted(recount.answers(), recount.scores());
        return Stream.of(
                Figure.of(name, recount.seconds(), "s"),
                Figure.of(name + ", the log read and counted", recount.reading(), "s"));
    }

    List<Plot> plots() {
        String spread = "units, with %s responses".formatted(range(byUnits, Size::responses));
        String among = "responses, of %s units".formatted(range(byResponses, Size::units));
        String compared = "answers in the log, with %s scores compared".formatted(range(longer, Recount::scores));
        String read = "scores compared, with %s answers in the log".formatted(range(wider, Recount::answers));
        return List.of(
                lists("growth-list-units", spread, byUnits, Size::units),
                lists("growth-list-responses", among, byResponses, Size::responses),
                scored("growth-scoring-units", spread, byUnits, Size::units),
                scored("growth-scoring-responses", among, byResponses, Size::responses),
                recounted("growth-recount-units", read, wider, Recount::scores),
                recounted("growth-recount-responses", compared, longer, Recount::answers));
    }

    private static <T> String range(List<T> many, ToLongFunction<T> of) {
        var all = many.stream().mapToLong(of).summaryStatistics();
        return all.getMin() == all.getMax()
                ? "%,d".formatted(all.getMin())
                : "%,d to %,d".formatted(all.getMin(), all.getMax());
    }

    /** What a point is plotted over, or how high. */
    private interface Over<T> {
        double of(T one);
    }

    private static Plot lists(String name, String over, List<Size> sizes, Over<Size> x) {
        return new Plot(
                name,
                "First page of a list of scores, in milliseconds",
                over,
                "ms",
                List.of(line("p50", sizes, x, Size::p50), line("p99", sizes, x, Size::p99)));
    }

    private static Plot scored(String name, String over, List<Size> sizes, Over<Size> x) {
        return new Plot(name, "Responses scored, a second", over, "/s", List.of(line("scored", sizes, x, Size::rate)));
    }

    private static Plot recounted(String name, String over, List<Recount> recounts, Over<Recount> x) {
        return new Plot(
                name,
                "Counting a whole log again, in seconds",
                over,
                "s",
                List.of(
                        line("all of it", recounts, x, Recount::seconds),
                        line("reading", recounts, x, Recount::reading)));
    }

    private static <T> Line line(String name, List<T> many, Over<T> x, Over<T> y) {
        return new Line(
                name, many.stream().map(one -> new Point(x.of(one), y.of(one))).toList());
    }
}
