package org.prongsai.bench.intake;

import java.util.List;
import org.prongsai.bench.report.Figure;
import org.prongsai.bench.stage.StageServer;

/** Whether the generator has time to spare where most is asked of it: else it would be itself that is measured. */
record GeneratorJob(LoadJob load, StageServer stage, Target target) {

    private static final double IDLE_HALF_THE_TIME = 0.5;

    List<Figure> measure() {
        load.warm(target);
        int connections = load.settings().connections();
        var through = load.phase("generator, through the gateway, no I/O", load.http(target.echo(), connections));
        var past = load.phase(
                "generator, past the gateway, no I/O", load.http(target.echo().at(stage.intake()), connections));
        return List.of(
                Figure.of("generator busy, past the gateway, no I/O", past.share(1), "of a core")
                        .below(IDLE_HALF_THE_TIME),
                Figure.of("past the gateway ÷ through it, no I/O", past.rate() / through.rate(), ""));
    }
}
