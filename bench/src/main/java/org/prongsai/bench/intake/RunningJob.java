package org.prongsai.bench.intake;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.prongsai.bench.report.Figure;
import org.prongsai.bench.stage.PatientJob;
import org.prongsai.bench.stage.StageServer;

/** The intake while answers leave their pools, are carried to Kafka and counted into scores. */
record RunningJob(LoadJob load, StageServer stage, Target target, ResponsesStore responses, RoundClient rounds) {

    private static final String NAME = "downstream running";
    private static final double FLOOR = 0.35;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(500);

    List<Figure> measure() {
        stage.downstream(true);
        load.warm(target);
        var settings = load.settings();
        var waits = new ArrayList<Duration>();
        var pair = load.pair(NAME, target, settings.connections(), settings.turns(), () -> waits.add(settle()));
        return List.of(
                Figure.ratio("accepted ÷ no I/O, " + NAME, pair).atLeast(FLOOR),
                Figure.of("p99, " + NAME, pair.intake().millis(99), "ms").below(StoppedJob.SLOWEST_MILLIS),
                Figure.of("accepted, " + NAME, pair.intake().rate(), "/s"),
                Figure.of(
                        "until the scores had caught up", Collections.max(waits).toMillis() / 1000.0, "s"),
                Figure.of("answers in the scores", (double) counted(), "").atLeast(1));
    }

    /** Waits until no pool lets go of answers any more and the scores count all that left. */
    private Duration settle() {
        long began = System.nanoTime();
        var left = new AtomicLong(-1);
        PatientJob.until(
                () -> {
                    long now = released();
                    return left.getAndSet(now) == now && counted() == now;
                },
                GLANCE,
                PATIENCE);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private long counted() {
        return rounds.counted(target.round(), target.crowd().units());
    }

    private long released() {
        try {
            return responses.released(target.round());
        } catch (SQLException e) {
            throw new IllegalStateException("released answers cannot be counted: " + e.getMessage(), e);
        }
    }
}
