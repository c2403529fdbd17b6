package org.prongsai.bench.intake;

import java.util.List;
import org.prongsai.bench.report.Figure;
import org.prongsai.bench.stage.StageServer;

/** The intake alone: nobody hears of the answers. */
record StoppedJob(LoadJob load, StageServer stage, Target target) {

    private static final String NAME = "downstream stopped";
    private static final double FLOOR = 0.6;
    static final double SLOWEST_MILLIS = 150;

    /** Crowds are as many times larger; measured to be known, once. */
    private static final int CROWD = 4;

    List<Figure> measure() {
        stage.downstream(false);
        load.warm(target);
        var settings = load.settings();
        var pair = load.pair(NAME, target, settings.connections(), settings.turns(), () -> {});
        var crowd = load.pair(NAME, target, CROWD * settings.connections(), 1, () -> {});
        return List.of(
                Figure.ratio("accepted ÷ no I/O, " + NAME, pair).atLeast(FLOOR),
                Figure.of("p99, " + NAME, pair.intake().millis(99), "ms").below(SLOWEST_MILLIS),
                Figure.of("accepted, " + NAME, pair.intake().rate(), "/s"),
                Figure.ratio("accepted ÷ no I/O, " + NAME + ", " + CROWD + " × as many connections", crowd),
                Figure.of(
                        "p99, " + NAME + ", " + CROWD + " × as many connections",
                        crowd.intake().millis(99),
                        "ms"));
    }
}
