package org.prongsai.bench.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.prongsai.bench.load.LoadClient;
import org.prongsai.bench.load.Measured;
import org.prongsai.bench.load.Pair;
import org.prongsai.bench.load.Warmth;
import org.prongsai.bench.report.ProgressWriter;

/** Puts load on a stage, phase by phase, and remembers what each came to. */
final class LoadJob {

    private static final int SLICES = 6;
    private static final int MOST_SLICES = 5 * SLICES;

    private final IntakeSettings settings;
    private final ResponsesStore responses;
    private final ProgressWriter progress;
    private final List<Measured> phases = new ArrayList<>();
    private final Set<Target> warm = new HashSet<>();
    private long missing;

    LoadJob(IntakeSettings settings, ResponsesStore responses, ProgressWriter progress) {
        this.settings = settings;
        this.responses = responses;
        this.progress = progress;
    }

    IntakeSettings settings() {
        return settings;
    }

    List<Measured> phases() {
        return List.copyOf(phases);
    }

    /** Accepted answers that were not in the database afterwards. */
    long missing() {
        return missing;
    }

    /** Once for each target, and longer than asked for where that was not enough: a cold JVM is ten times slower. */
    void warm(Target intake) {
        if (warm.add(intake)) {
            warm(http(intake.echo(), settings.connections()), http(intake, settings.connections()));
        }
    }

    void warm(Load base, Load measured) {
        progress.say("warming up for %d s or longer".formatted(settings.warm().toSeconds()));
        var slice = settings.warm().dividedBy(SLICES);
        var first = new Warmth();
        var second = new Warmth();
        for (int slices = 0; slices < MOST_SLICES; slices += 2) {
            if (slices >= SLICES && first.reached() && second.reached()) {
                return;
            }
            first.add(base.run("warming up, one", slice, done -> progress.during("warming up, one", done)));
            second.add(measured.run("warming up, other", slice, done -> progress.during("warming up, other", done)));
        }
        progress.say("it is not warm yet, so what follows may be slower than it could be");
    }

    Measured phase(String name, Load load) {
        var measured = load.run(name, settings.phase(), done -> progress.during(name, done));
        phases.add(measured);
        progress.say("%-44s %,8.0f/s  p99 %,.1f ms  %s"
                .formatted(
                        name + ", " + measured.connections() + " connections",
                        measured.rate(),
                        measured.millis(99),
                        measured.otherStatuses()));
        return measured;
    }

    /**
     * The intake beside the route without I/O.
     *
     * @param settle is run before the route without I/O, which what the intake left undone would slow down
     */
    Pair pair(String name, Target intake, int connections, int turns, Runnable settle) {
        return intoDatabase(
                intake.round(),
                pair -> pair.intake().accepted(),
                () -> turns(
                        name + ", no I/O",
                        http(intake.echo(), connections),
                        name + ", intake",
                        http(intake, connections),
                        turns,
                        settle));
    }

    /** The intake beside the intake of others of the same round. */
    Pair beside(String name, Target base, Target intake, int connections, int turns) {
        return intoDatabase(
                intake.round(),
                pair -> pair.base().accepted() + pair.intake().accepted(),
                () -> turns(
                        name + ", without",
                        http(base, connections),
                        name + ", intake",
                        http(intake, connections),
                        turns,
                        () -> {}));
    }

    /** One and the other, then the other way round, and so on: what drifts meets both alike. */
    Pair turns(String baseName, Load base, String name, Load load, int turns, Runnable settle) {
        var bases = new ArrayList<Measured>();
        var measured = new ArrayList<Measured>();
        for (int phase = 0; phase < 2 * turns; phase++) {
            if (phase % 4 == 0 || phase % 4 == 3) {
                settle.run();
                bases.add(phase(baseName, base));
            } else {
                measured.add(phase(name, load));
            }
        }
        return new Pair(bases, measured);
    }

    /** Notes what was accepted and is not there. */
    private Pair intoDatabase(String round, ToLongFunction<Pair> accepted, Supplier<Pair> measure) {
        long before = stored(round);
        var pair = measure.get();
        missing += Math.max(0, before + accepted.applyAsLong(pair) - stored(round));
        return pair;
    }

    Load http(Target target, int connections) {
        return (name, lasts, during) ->
                LoadClient.run(name, target.server(), target.requests(lasts), connections, lasts, during);
    }

    private long stored(String round) {
        try {
            return responses.stored(round);
        } catch (SQLException e) {
            throw new IllegalStateException("answers cannot be counted: " + e.getMessage(), e);
        }
    }
}
