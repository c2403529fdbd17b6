package org.prongsai.bench.intake;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.prongsai.bench.report.Figure;
import org.prongsai.bench.report.MachineReader;
import org.prongsai.bench.report.Options;
import org.prongsai.bench.report.ProgressWriter;
import org.prongsai.bench.report.Report;
import org.prongsai.bench.stage.StageServer;

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
    private final Target staff;

    private IntakeJob(
            IntakeSettings settings,
            StageServer stage,
            ResponsesStore responses,
            RoundClient rounds,
            TicketWriter tickets,
            ProgressWriter progress) {
        this.settings = settings;
        this.stage = stage;
        this.responses = responses;
        this.rounds = rounds;
        this.progress = progress;
        this.load = new LoadJob(settings, responses, progress);
        var luck = new SplittableRandom(new SecureRandom().nextLong());
        var units = rounds.units(settings.units());
        var crowd =
                new Crowd(units, RoundClient.SURVEY, RoundClient.form(RoundClient.SURVEY), new OpenTickets(luck), luck);
        var invited = new Crowd(units, RoundClient.STAFF, RoundClient.form(RoundClient.STAFF), tickets, luck);
        this.waiting = Target.intake(crowd, stage.gateway(), RoundClient.WAITING);
        this.leaving = Target.intake(crowd, stage.gateway(), RoundClient.LEAVING);
        this.staff = Target.intake(invited, stage.gateway(), RoundClient.WAITING);
    }

    /** @param command as it was typed, to be kept with the figures */
    static Report run(String command, IntakeSettings settings, Path home, ProgressWriter progress) {
        var machine = MachineReader.read();
        try (var stage = StageServer.start(home, progress);
                var responses = ResponsesStore.open(stage.database("responses"));
                var rounds = RoundClient.openRounds(stage)) {
            var tickets = new TicketWriter();
            var job = new IntakeJob(settings, stage, responses, rounds, tickets, progress);
            new KeyStore(stage.database("assessment"))
                    .publish(
                            tickets.publicKey(),
                            RoundClient.WAITING,
                            RoundClient.STAFF,
                            job.staff.crowd().units());
            var figures = job.figures();
            return new Report(command, machine, figures, job.load.phases());
        } catch (SQLException e) {
            throw new IllegalStateException("the database of answers refused: " + e.getMessage(), e);
        }
    }

    private List<Figure> figures() throws SQLException {
        var figures = new ArrayList<Figure>();
        for (var scenario : settings.only()) {
            progress.say("scenario " + Options.word(scenario));
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
            case STAFF -> new StaffJob(load, stage, staff, waiting).measure();
            case ISSUER ->
                new IssuerJob(load, stage, rounds, progress, staff.crowd().units()).measure();
            case PGBENCH -> new InsertJob(load, stage, waiting, responses, progress).measure();
            case FILLED -> new FilledJob(load, stage, waiting, responses, progress).measure();
            case RUNNING -> new RunningJob(load, stage, leaving, responses, rounds).measure();
        };
    }
}
