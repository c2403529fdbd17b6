package org.prongsai.bench.intake;

import java.sql.SQLException;
import java.util.List;
import org.prongsai.bench.report.Figure;
import org.prongsai.bench.report.ProgressWriter;
import org.prongsai.bench.stage.StageServer;

/** The intake with many answers already there: a check that scans, or a row that counts all, would show now. */
record FilledJob(LoadJob load, StageServer stage, Target target, ResponsesStore responses, ProgressWriter progress) {

    /** It must not fall; what is allowed is what two measurements of the same differ by. */
    private static final double FLOOR = 0.9;

    List<Figure> measure() throws SQLException {
        stage.downstream(false);
        load.warm(target);
        responses.empty();
        var settings = load.settings();
        var empty = load.pair("empty", target, settings.connections(), settings.turns(), () -> {});
        fill();
        String name = "%,d rows".formatted(settings.rows());
        var filled = load.pair(name, target, settings.connections(), settings.turns(), () -> {});
        responses.empty();
        return List.of(
                Figure.of(
                                "accepted with %s ÷ without, each ÷ no I/O".formatted(name),
                                filled.ratio() / empty.ratio(),
                                "")
                        .atLeast(FLOOR),
                Figure.of("accepted with " + name, filled.intake().rate(), "/s"),
                Figure.of("p99 with " + name, filled.intake().millis(99), "ms"));
    }

    private void fill() throws SQLException {
        String name =
                "laying %,d rows into the database".formatted(load.settings().rows());
        progress.say(name);
        responses.fill(
                target.round(), target.crowd().answers(), load.settings().rows(), done -> progress.during(name, done));
    }
}
