package org.prongsai.bench.scores;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.prongsai.bench.plot.Line;
import org.prongsai.bench.plot.Plot;
import org.prongsai.bench.plot.Point;
import org.prongsai.bench.report.Figure;
import org.prongsai.bench.report.ProgressWriter;
import org.prongsai.bench.scores.CatchUpJob.Span;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.seeds.demo.Demonstration;
import org.prongsai.seeds.demo.Pool;

/** How lists, scoring and the recount grow with units and with responses: one round for each size. */
final class GrowthJob {

    /** As many answers as the intake tells in one event. */
    private static final int ANSWERS = 500;

    /** Told in one transaction: some megabytes at the most. */
    private static final int EVENTS = 40;

    private static final String WARM = "bench-warm";

    private final NationClient client;
    private final ScoringStore scoring;
    private final ReleaseStore releases;
    private final ListJob list;
    private final RecountJob recount;
    private final ProgressWriter progress;
    private final Framework framework = NationClient.framework();

    /** What one round came to. */
    private record Size(int units, int responses, double p50, double p99, double rate, Recount recount) {}

    GrowthJob(
            NationClient client,
            ScoringStore scoring,
            ReleaseStore releases,
            ListJob list,
            RecountJob recount,
            ProgressWriter progress) {
        this.client = client;
        this.scoring = scoring;
        this.releases = releases;
        this.list = list;
        this.recount = recount;
        this.progress = progress;
    }

    /** The figures, and the same as pictures. */
    record Result(List<Figure> figures, List<Plot> plots) {}

    Result measure(ScoresSettings settings) {
        progress.say("a round to warm up with");
        fill(WARM, settings.among(), settings.spread());
        list.warm(WARM);
        // The log grows with each round: first those whose recount is plotted over it.
        var byResponses = settings.amounts().stream()
                .map(responses -> size("bench-responses-" + responses, settings.among(), responses))
                .toList();
        var byUnits = settings.sizes().stream()
                .map(units -> size("bench-units-" + units, units, settings.spread()))
                .toList();
        var figures = Stream.concat(
                        byResponses.stream().flatMap(size -> figures(size, "%2$,d responses of %1$,d units: ")),
                        byUnits.stream().flatMap(size -> figures(size, "%1$,d units with %2$,d responses: ")))
                .toList();
        return new Result(figures, plots(settings, byUnits, byResponses));
    }

    private Size size(String round, int units, int responses) {
        double rate = fill(round, units, responses);
        var page = list.first("list of %,d units, %,d responses".formatted(units, responses), round);
        var again = recount.measure();
        return new Size(units, responses, page.millis(50), page.millis(99), rate, again);
    }

    /** Returns how many responses were scored in a second. */
    private double fill(String round, int units, int responses) {
        progress.say("%,d responses of %,d units".formatted(responses, units));
        var demonstration = Groups.answers(round, framework, units, responses);
        client.open(round, units);
        client.mark(round, demonstration);
        var catching = new CatchUpJob(progress);
        catching.await(
                "marks in the scores",
                () -> scoring.marked(round),
                demonstration.marks().count());
        var first = new AtomicLong();
        releases(round, demonstration).gather(Gatherers.windowFixed(EVENTS)).forEach(some -> {
            releases.tell(some);
            first.compareAndSet(0, System.nanoTime());
        });
        var counted = catching.await("counted into scores", () -> scoring.counted(round), demonstration.responses());
        return new Span(first.get(), counted.last()).rate(demonstration.responses());
    }

    private static Stream<ResponsesReleased> releases(String round, Demonstration demonstration) {
        return demonstration.units().stream()
                .flatMap(unit -> unit.pools())
                .flatMap(pool -> releases(round, demonstration, pool));
    }

    private static Stream<ResponsesReleased> releases(String round, Demonstration demonstration, Pool pool) {
        return demonstration
                .sheets(pool, ANSWERS)
                .map(sheets ->
                        ReleaseStore.release(round, pool.unit().agency(), pool.instrument(), pool.part(), sheets));
    }

    /** @param told its units and its responses, in such words that no figure has the name of another */
    private static Stream<Figure> figures(Size size, String told) {
        String name = told.formatted(size.units(), size.responses());
        return Stream.of(
                Figure.of(name + "list p50", size.p50(), "ms"),
                Figure.of(name + "list p99", size.p99(), "ms"),
                Figure.of(name + "scored", size.rate(), "/s"),
                Figure.of(name + "recounted", size.recount().rate(), "/s"),
                Figure.of(
                        name
                                + "recount of a log of %,d"
                                        .formatted(size.recount().answers()),
                        size.recount().seconds(),
                        "s"));
    }

    private List<Plot> plots(ScoresSettings settings, List<Size> byUnits, List<Size> byResponses) {
        String spread = "%,d responses".formatted(settings.spread());
        String among = "%,d units".formatted(settings.among());
        return List.of(
                lists("growth-list-units", "units, with " + spread, byUnits, Size::units),
                lists("growth-list-responses", "responses, of " + among, byResponses, Size::responses),
                scored("growth-scoring-units", "units, with " + spread, byUnits, Size::units),
                scored("growth-scoring-responses", "responses, of " + among, byResponses, Size::responses),
                new Plot(
                        "growth-recount-units",
                        "Answers recounted, a second",
                        "units, with " + spread,
                        "/s",
                        List.of(line("recounted", byUnits, Size::units, size -> size.recount()
                                .rate()))),
                new Plot(
                        "growth-recount-responses",
                        "Counting a whole log again, in seconds",
                        "answers in the log",
                        "s",
                        List.of(line(
                                "recount", byResponses, size -> size.recount().answers(), size -> size.recount()
                                        .seconds()))));
    }

    /** What a size is plotted over. */
    private interface Over {
        double of(Size size);
    }

    private static Plot lists(String name, String over, List<Size> sizes, Over x) {
        return new Plot(
                name,
                "First page of a list of scores, in milliseconds",
                over,
                "ms",
                List.of(line("p50", sizes, x, Size::p50), line("p99", sizes, x, Size::p99)));
    }

    private static Plot scored(String name, String over, List<Size> sizes, Over x) {
        return new Plot(name, "Responses scored, a second", over, "/s", List.of(line("scored", sizes, x, Size::rate)));
    }

    private static Line line(String name, List<Size> sizes, Over x, Over y) {
        return new Line(
                name,
                sizes.stream().map(size -> new Point(x.of(size), y.of(size))).toList());
    }
}
