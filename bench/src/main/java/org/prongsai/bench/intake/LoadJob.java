package org.prongsai.bench.intake;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        if (!warm.add(intake)) {
            return;
        }
        progress.say("warming up for %d s or longer".formatted(settings.warm().toSeconds()));
        var slice = settings.warm().dividedBy(SLICES);
        var echo = new Warmth();
        var stored = new Warmth();
        for (int slices = 0; slices < MOST_SLICES; slices += 2) {
            if (slices >= SLICES && echo.reached() && stored.reached()) {
                return;
            }
            echo.add(run("warming up, no I/O", intake.echo(), settings.connections(), slice));
            stored.add(run("warming up, intake", intake, settings.connections(), slice));
        }
        progress.say("it is not warm yet, so what follows may be slower than it could be, and the intake most of all");
    }

    Measured phase(String name, Target target, int connections) {
        var measured = run(name, target, connections, settings.phase());
        phases.add(measured);
        progress.say("%-44s %,8.0f/s  p99 %,.1f ms  %s"
                .formatted(
                        name + ", " + connections + " connections",
                        measured.rate(),
                        measured.millis(99),
                        measured.otherStatuses()));
        return measured;
    }

    /**
     * The route without I/O and the intake, then the other way round, and so on: what drifts meets both alike.
     *
     * @param settle is run before the route without I/O, which what the intake left undone would slow down
     */
    Pair pair(String name, Target intake, int connections, int turns, Runnable settle) {
        var echoes = new ArrayList<Measured>();
        var intakes = new ArrayList<Measured>();
        long before = stored(intake);
        for (int phase = 0; phase < 2 * turns; phase++) {
            if (phase % 4 == 0 || phase % 4 == 3) {
                settle.run();
                echoes.add(phase(name + ", no I/O", intake.echo(), connections));
            } else {
                intakes.add(phase(name + ", intake", intake, connections));
            }
        }
        var pair = new Pair(echoes, intakes);
        missing += Math.max(0, before + pair.intake().accepted() - stored(intake));
        return pair;
    }

    private Measured run(String name, Target target, int connections, Duration lasts) {
        return LoadClient.run(
                name,
                target.server(),
                target.crowd().to(target),
                connections,
                lasts,
                answers -> progress.during(name, answers));
    }

    private long stored(Target target) {
        try {
            return responses.stored(target.round());
        } catch (SQLException e) {
            throw new IllegalStateException("answers cannot be counted: " + e.getMessage(), e);
        }
    }
}
