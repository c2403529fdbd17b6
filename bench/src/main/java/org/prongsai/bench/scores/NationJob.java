package org.prongsai.bench.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.prongsai.bench.report.Figure;
import org.prongsai.bench.report.ProgressWriter;
import org.prongsai.bench.scores.CatchUpJob.Span;
import org.prongsai.seeds.Seeds;
import org.prongsai.seeds.Step;
import org.prongsai.seeds.demo.Demonstration;
import org.prongsai.seeds.demo.Unit;

/** A round from its first registered person to its last readable score. */
record NationJob(NationClient client, ScoringStore scoring, ProgressWriter progress) {

    static final String ROUND = "bench-national";
    private static final String POPULATION = "Population";
    private static final String RESPONSES = "Responses";
    private static final String MARKS = "Marks";
    private static final int READERS = 8;
    private static final double NANOS = 1e9;

    /** When each step was done, in nanoseconds. */
    private record Moments(Map<String, Long> steps, ProgressWriter progress) {

        void done(Step step) {
            progress.say("done: " + step.name().strip() + " " + step.counts());
            steps.put(step.name().strip(), System.nanoTime());
        }

        long of(String step) {
            return steps.getOrDefault(step, 0L);
        }

        double rate(long count, long since, String step) {
            return count * NANOS / Math.max(1, of(step) - since);
        }

        double until(long moment, String step) {
            return Math.max(0, moment - of(step)) / NANOS;
        }
    }

    List<Figure> measure(int units, int responses) {
        var demonstration = Groups.answers(ROUND, NationClient.framework(), units, responses);
        progress.say("%,d responses of %,d units, registered and imported through the gateway"
                .formatted(demonstration.responses(), units));
        client.open(ROUND, units);
        long began = System.nanoTime();
        var moments = new Moments(new ConcurrentHashMap<>(), progress);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var filling = CompletableFuture.runAsync(
                    () -> Seeds.fill(client.door(), ROUND, demonstration, moments::done), threads);
            var catching = new CatchUpJob(progress);
            var counted = catching.await(
                    "counted into scores", unlessFailed(filling, scoring::counted), demonstration.responses());
            long marks = demonstration.marks().count();
            var marked = catching.await("marks in the scores", unlessFailed(filling, scoring::marked), marks);
            filling.join();
            var figures = new ArrayList<>(imported(demonstration, moments, began, marks));
            figures.addAll(scored(demonstration, moments, counted, marked));
            return figures;
        }
    }

    private static LongSupplier unlessFailed(CompletableFuture<Void> filling, ToLongFunction<String> counted) {
        return () -> {
            if (filling.isCompletedExceptionally()) {
                filling.join();
            }
            return counted.applyAsLong(ROUND);
        };
    }

    /** How many units' scores count other answers than were made up for them. */
    private long wrong(Demonstration demonstration) {
        progress.say("reading every score");
        long wrong;
        try (var threads =
                Executors.newFixedThreadPool(READERS, Thread.ofVirtual().factory())) {
            var readings = demonstration.units().stream()
                    .map(unit -> CompletableFuture.supplyAsync(() -> counts(unit), threads))
                    .toList();
            wrong = readings.stream().filter(reading -> !reading.join()).count();
        }
        return wrong;
    }

    private boolean counts(Unit unit) {
        return client.responses(ROUND, unit.agency()) == unit.responses();
    }

    private static List<Figure> imported(Demonstration demonstration, Moments moments, long began, long marks) {
        return List.of(
                Figure.of(
                        "units registered, through the gateway",
                        moments.rate(demonstration.units().size(), began, POPULATION),
                        "/s"),
                Figure.of(
                        "responses imported, through the gateway",
                        moments.rate(demonstration.responses(), moments.of(POPULATION), RESPONSES),
                        "/s"),
                Figure.of(
                        "marks imported, through the gateway",
                        moments.rate(marks, moments.of(RESPONSES), MARKS),
                        "/s"));
    }

    private List<Figure> scored(Demonstration demonstration, Moments moments, Span counted, Span marked) {
        return List.of(
                Figure.of(
                        "responses scored, from the first tally to the last",
                        counted.rate(demonstration.responses()),
                        "/s"),
                Figure.of(
                        "from the last accepted answer to the last score",
                        moments.until(counted.last(), RESPONSES),
                        "s"),
                Figure.of("from the last accepted mark to the last score", moments.until(marked.last(), MARKS), "s"),
                Figure.of("units whose score counts other answers than were made up", (double) wrong(demonstration), "")
                        .below(1),
                Figure.of("units with a total", (double) scoring.scored(ROUND), ""));
    }
}
