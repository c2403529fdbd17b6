package org.prongsai.bench.scores;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.prongsai.bench.report.Figure;
import org.prongsai.bench.report.ProgressWriter;
import org.prongsai.bench.stage.PatientJob;
import org.prongsai.seeds.Seeds;
import org.prongsai.seeds.Step;
import org.prongsai.seeds.demo.Demonstration;
import org.prongsai.seeds.demo.Unit;

/** A round from its first registered person to its last readable score. */
record NationJob(NationClient client, ScoringStore scoring, ProgressWriter progress) {

    static final String ROUND = "bench-national";
    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final int READERS = 8;
    private static final double NANOS = 1e9;

    /** When each step was done, in nanoseconds. */
    private record Moments(Map<String, Long> steps) {

        void done(Step step) {
            steps.put(step.name().strip(), System.nanoTime());
        }

        long of(String step) {
            return steps.getOrDefault(step, 0L);
        }
    }

    List<Figure> measure(int units, int responses) {
        var demonstration = Groups.answers(ROUND, NationClient.framework(), units, responses);
        progress.say("%,d responses of %,d units, registered and imported through the gateway"
                .formatted(demonstration.responses(), units));
        client.open(ROUND, units);
        long began = System.nanoTime();
        var moments = new Moments(new ConcurrentHashMap<>());
        var first = new AtomicLong();
        CompletableFuture<Void> filling;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            filling = CompletableFuture.runAsync(
                    () -> Seeds.fill(client.door(), ROUND, demonstration, moments::done), threads);
            await(demonstration.responses(), first, filling);
            long last = System.nanoTime();
            filling.join();
            long wrong = wrong(demonstration);
            return figures(demonstration, began, moments, first.get(), last, wrong);
        }
    }

    private void await(long responses, AtomicLong first, CompletableFuture<Void> filling) {
        boolean all = PatientJob.until(
                () -> {
                    if (filling.isCompletedExceptionally()) {
                        filling.join();
                    }
                    long counted = scoring.counted(ROUND);
                    if (counted > 0) {
                        first.compareAndSet(0, System.nanoTime());
                    }
                    progress.during("counted into scores", counted);
                    return counted >= responses;
                },
                GLANCE,
                PATIENCE);
        if (!all) {
            throw new IllegalStateException("only %,d of %,d responses were counted after %s"
                    .formatted(scoring.counted(ROUND), responses, PATIENCE));
        }
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

    private List<Figure> figures(
            Demonstration demonstration, long began, Moments moments, long first, long last, long wrong) {
        double responses = demonstration.responses();
        double importing = moments.of("Responses") - moments.of("Population");
        return List.of(
                Figure.of(
                        "units registered, through the gateway",
                        demonstration.units().size() * NANOS / (moments.of("Population") - began),
                        "/s"),
                Figure.of("responses imported, through the gateway", responses * NANOS / importing, "/s"),
                Figure.of(
                        "responses scored, from the first tally to the last",
                        responses * NANOS / Math.max(1, last - first),
                        "/s"),
                Figure.of(
                        "from the last accepted answer to the last score",
                        Math.max(0, last - moments.of("Responses")) / NANOS,
                        "s"),
                Figure.of(
                        "marks imported, through the gateway",
                        demonstration.marks().count() * NANOS / (moments.of("Marks") - moments.of("Responses")),
                        "/s"),
                Figure.of("units whose score counts other answers than were made up", (double) wrong, "")
                        .below(1),
                Figure.of("units with a total", (double) scoring.scored(ROUND), ""));
    }
}
