package org.prongsai.bench.scores;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.prongsai.bench.Nation;
import org.prongsai.bench.load.Measured;
import org.prongsai.bench.report.Figure;
import org.prongsai.bench.report.ProgressWriter;
import org.prongsai.bench.stage.DiskJob;
import org.prongsai.bench.stage.PatientJob;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.methodology.form.Form;

/** How long a released answer takes until a changed score can be read, while others are released every second. */
final class DelayJob {

    private static final String SURVEY = "eit";
    private static final String PART = "1";
    private static final int ANSWERS = 20;
    private static final int WATCHED = 4;
    private static final double SLOWEST_MILLIS = 1000;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration GLANCE = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DIGITS = 3;

    private final NationClient client;
    private final ReleaseStore releases;
    private final ListJob list;
    private final ScoresSettings settings;
    private final ProgressWriter progress;
    private final Path folder;
    private final Nation nation;
    private final Form form;
    private final Map<String, Long> expected = new HashMap<>();
    private int turn;

    /** @param folder on the disk whose speed is told beside */
    DelayJob(
            NationClient client,
            ReleaseStore releases,
            ListJob list,
            Path folder,
            ScoresSettings settings,
            ProgressWriter progress) {
        this.client = client;
        this.releases = releases;
        this.list = list;
        this.folder = folder;
        this.settings = settings;
        this.progress = progress;
        this.nation = new Nation(NationClient.framework(), new SplittableRandom());
        this.form = nation.form(SURVEY);
    }

    List<Figure> measure() {
        progress.say("%,d answers a second leave for %,d times %,d s"
                .formatted(settings.rate(), settings.turns(), settings.lasting().toSeconds()));
        var alone = list.first("list by -total, no answers coming", NationJob.ROUND);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var turns = turns(threads);
            var reading = CompletableFuture.supplyAsync(
                    () -> list.first("list by -total, answers coming", NationJob.ROUND), threads);
            load(settings.phase(), 0, new ConcurrentHistogram(DIGITS), threads);
            return figures(turns, alone, reading.join());
        }
    }

    private List<Turn> turns(ExecutorService threads) {
        try (var disk = DiskJob.start(folder)) {
            return IntStream.range(0, settings.turns())
                    .mapToObj(_ -> turn(disk, threads))
                    .toList();
        }
    }

    private Turn turn(DiskJob disk, ExecutorService threads) {
        var micros = new ConcurrentHistogram(DIGITS);
        disk.longestMillis();
        double rate = load(settings.lasting(), WATCHED, micros, threads);
        var turn = new Turn(rate, micros, disk.longestMillis());
        progress.say("release to readable score p50 %,.0f ms  p99 %,.0f ms, the disk's longest %,.0f ms"
                .formatted(turn.millis(50), turn.millis(99), turn.disk()));
        return turn;
    }

    /** Returns how many answers really left in a second. */
    private double load(Duration lasts, int watched, Histogram delays, ExecutorService threads) {
        var sights = new ArrayList<CompletableFuture<Void>>();
        long began = System.nanoTime();
        for (long second = 0; second < lasts.toSeconds(); second++) {
            PatientJob.pause(SECOND.multipliedBy(second).minusNanos(System.nanoTime() - began));
            sights.addAll(release(watched, delays, threads));
            progress.during("answers on their way", (second + 1) * events() * ANSWERS);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        sights.forEach(CompletableFuture::join);
        return (double) lasts.toSeconds() * events() * ANSWERS / Math.max(seconds, lasts.toSeconds());
    }

    private int events() {
        return Math.max(1, settings.rate() / ANSWERS);
    }

    private List<CompletableFuture<Void>> release(int watched, Histogram delays, ExecutorService threads) {
        var units = new ArrayList<String>();
        for (int event = 0; event < events(); event++) {
            units.add(Groups.unit(1 + turn++ % settings.units()));
        }
        var seen = Watched.of(units, watched);
        seen.forEach(unit -> expected.computeIfAbsent(unit, each -> client.responses(NationJob.ROUND, each)));
        releases.tell(units.stream().map(this::released).toList());
        long committed = System.nanoTime();
        units.forEach(unit -> expected.computeIfPresent(unit, (_, count) -> count + ANSWERS));
        return seen.stream()
                .map(unit -> watch(unit, expected.getOrDefault(unit, 0L), committed, delays, threads))
                .toList();
    }

    private ResponsesReleased released(String unit) {
        return ReleaseStore.release(NationJob.ROUND, unit, SURVEY, PART, nation.sheets(form, ANSWERS));
    }

    private CompletableFuture<Void> watch(
            String unit, long wanted, long committed, Histogram delays, ExecutorService threads) {
        return CompletableFuture.runAsync(
                () -> {
                    if (!PatientJob.until(() -> client.responses(NationJob.ROUND, unit) >= wanted, GLANCE, PATIENCE)) {
                        throw new IllegalStateException("the score of %s does not count %,d answers after %s"
                                .formatted(unit, wanted, PATIENCE));
                    }
                    delays.recordValue((System.nanoTime() - committed) / 1_000);
                },
                threads);
    }

    private static List<Figure> figures(List<Turn> turns, Measured alone, Measured beside) {
        var all = turns.stream().reduce(Turn::plus).orElseThrow();
        return List.of(
                Figure.of("answers released while delays were measured", all.rate(), "/s")
                        .turns(each(turns, Turn::rate)),
                delay("p50", 50, turns, all),
                delay("p99", 99, turns, all).below(SLOWEST_MILLIS),
                delay("longest", 100, turns, all),
                Figure.of("the disk meanwhile, longest for 8 KiB", all.disk(), "ms")
                        .turns(each(turns, Turn::disk)),
                Figure.of("releases that were watched", all.micros().getTotalCount(), ""),
                Figure.of("p50 of the list while answers come ÷ without", beside.millis(50) / alone.millis(50), ""),
                Figure.of("p99 of the list while answers come ÷ without", beside.millis(99) / alone.millis(99), ""));
    }

    /** Of all that were watched, and of those of each turn. */
    private static Figure delay(String name, double percentile, List<Turn> turns, Turn all) {
        return Figure.of("release to readable score, " + name, all.millis(percentile), "ms")
                .turns(each(turns, turn -> turn.millis(percentile)));
    }

    private static List<Double> each(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return turns.stream().mapToDouble(figure).boxed().toList();
    }

    /**
     * One of the times that are measured after each other.
     *
     * @param rate answers that left in a second
     * @param micros from the commit of a release until its score could be read
     * @param disk the longest that the disk itself took to confirm a page, in milliseconds
     */
    private record Turn(double rate, Histogram micros, double disk) {
        /** Both as one: at the slower rate, and with the longest of either. */
        Turn plus(Turn other) {
            var both = micros.copy();
            both.add(other.micros);
            return new Turn(Math.min(rate, other.rate), both, Math.max(disk, other.disk));
        }

        double millis(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1000.0;
        }
    }
}
