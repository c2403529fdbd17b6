package org.prongsai.bench.scores;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.prongsai.bench.report.ProgressWriter;
import org.prongsai.bench.scores.CatchUpJob.Span;
import org.prongsai.bench.scores.Growth.Size;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.seeds.demo.Demonstration;
import org.prongsai.seeds.demo.Pool;

/** Fills a platform that holds nothing with rounds of all sizes, and measures lists, scoring and the recount meanwhile. */
final class GrowthJob {

    /** As many answers as the intake tells in one event. */
    private static final int ANSWERS = 500;

    /** Told in one transaction: some megabytes at the most. */
    private static final int EVENTS = 40;

    private final NationClient client;
    private final ScoringStore scoring;
    private final ReleaseStore releases;
    private final ListJob list;
    private final RecountJob recount;
    private final ProgressWriter progress;
    private final Framework framework = NationClient.framework();

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

    /**
     * Recounts first: each reads all that was told before. While the log grows few units answer, so that hardly any score is
     * compared; then units grow, when a log that is long already gets little longer. Lists and scoring are warm by then.
     */
    Growth measure(ScoresSettings settings) {
        var longer = settings.amounts().stream()
                .map(responses -> longer(settings.sizes().getFirst(), responses))
                .toList();
        list.warm(log(settings.amounts().getLast()));
        var wider = new ArrayList<Recount>();
        var byUnits = new ArrayList<Size>();
        for (int units : settings.sizes()) {
            byUnits.add(size("bench-units-" + units, units, settings.spread()));
            wider.add(recount.measure());
        }
        var byResponses = settings.amounts().stream()
                .map(responses -> size("bench-responses-" + responses, settings.among(), responses))
                .toList();
        return new Growth(byUnits, byResponses, longer, wider);
    }

    private Recount longer(int units, int responses) {
        fill(log(responses), units, responses);
        return recount.measure();
    }

    private static String log(int responses) {
        return "bench-log-" + responses;
    }

    private Size size(String round, int units, int responses) {
        double rate = fill(round, units, responses);
        var page = list.first("list of %,d units, %,d responses".formatted(units, responses), round);
        return new Size(units, responses, page.millis(50), page.millis(99), rate);
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
}
