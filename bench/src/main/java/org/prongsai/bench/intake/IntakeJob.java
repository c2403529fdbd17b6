package org.prongsai.bench.intake;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One run: a platform of its own, the scenarios one after the other, and what they came to. */
final class IntakeJob {

    private final IntakeSettings settings;
    private final StageServer stage;
    private final ResponsesStore responses;
    private final RoundClient rounds;
    private final ProgressWriter progress;
    private final LoadJob load;
    private final Target waiting;
    private final Target leaving;

    private IntakeJob(
            IntakeSettings settings,
            StageServer stage,
            ResponsesStore responses,
            RoundClient rounds,
            ProgressWriter progress) {
        this.settings = settings;
        this.stage = stage;
        this.responses = responses;
        this.rounds = rounds;
        this.progress = progress;
        this.load = new LoadJob(settings, responses, progress);
        var crowd = new Crowd(
                rounds.units(settings.units()),
                RoundClient.SURVEY,
                RoundClient.form(),
                new SplittableRandom(new SecureRandom().nextLong()));
        this.waiting = Target.intake(crowd, stage.gateway(), StageServer.WAITING);
        this.leaving = Target.intake(crowd, stage.gateway(), StageServer.LEAVING);
    }

    /** @param command as it was typed, to be kept with the figures */
    static Report run(String command, IntakeSettings settings, Path home, ProgressWriter progress) {
        var machine = MachineReader.read();
        try (var stage = StageServer.start(home, progress);
                var responses = ResponsesStore.open(stage.responses());
                var rounds = stage.openRounds()) {
            var job = new IntakeJob(settings, stage, responses, rounds, progress);
            var figures = job.figures();
            return new Report(command, machine, figures, job.load.phases());
        } catch (SQLException e) {
            throw new IllegalStateException("the database of answers refused: " + e.getMessage(), e);
        }
    }

    private List<Figure> figures() throws SQLException {
        var figures = new ArrayList<Figure>();
        for (var scenario : settings.only()) {
            progress.say("scenario " + scenario.word());
            figures.addAll(measure(scenario));
        }
        figures.add(Figure.of("accepted answers that are not in the database", (double) load.missing(), "")
                .below(1));
        return figures;
    }

    private List<Figure> measure(Scenario scenario) throws SQLException {
        return switch (scenario) {
            case GENERATOR -> new GeneratorJob(load, stage, waiting).measure();
            case STOPPED -> new StoppedJob(load, stage, waiting).measure();
            case PGBENCH -> new InsertJob(load, stage, waiting, responses, progress).measure();
            case FILLED -> new FilledJob(load, stage, waiting, responses, progress).measure();
            case RUNNING -> new RunningJob(load, stage, leaving, responses, rounds).measure();
        };
    }
}
