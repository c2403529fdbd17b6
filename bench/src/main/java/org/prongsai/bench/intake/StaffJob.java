package org.prongsai.bench.intake;

import java.util.List;
import org.prongsai.bench.report.Figure;
import org.prongsai.bench.stage.StageServer;

/** Staff answer with tickets, beside the open survey that asks for none and has fewer questions. */
record StaffJob(LoadJob load, StageServer stage, Target staff, Target open) {

    private static final String NAME = "staff with tickets";
    private static final double FLOOR = 0.7;

    List<Figure> measure() {
        stage.downstream(false);
        load.warm(open);
        load.warm(staff);
        var settings = load.settings();
        var beside = load.beside(NAME, open, staff, settings.connections(), settings.turns());
        var pair = load.pair(NAME, staff, settings.connections(), 1, () -> {});
        return List.of(
                Figure.ratio("accepted of %s ÷ of the open survey without".formatted(NAME), beside)
                        .atLeast(FLOOR),
                Figure.ratio("accepted ÷ no I/O, " + NAME, pair),
                Figure.of("p99, " + NAME, pair.intake().millis(99), "ms").below(StoppedJob.SLOWEST_MILLIS),
                Figure.of("accepted, " + NAME, pair.intake().rate(), "/s"));
    }
}
