package org.prongsai.bench.scores;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.prongsai.bench.load.Measured;
import org.prongsai.bench.plot.Plot;
import org.prongsai.bench.report.Figure;
import org.prongsai.bench.report.MachineReader;
import org.prongsai.bench.report.Options;
import org.prongsai.bench.report.ProgressWriter;
import org.prongsai.bench.report.Report;
import org.prongsai.bench.stage.StageServer;

/** One run: a platform of its own, the scenarios one after the other, and what they came to. */
final class ScoresJob {

    private final ScoresSettings settings;
    private final Path home;
    private final ProgressWriter progress;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Plot> plots = new ArrayList<>();

    private ScoresJob(ScoresSettings settings, Path home, ProgressWriter progress) {
        this.settings = settings;
        this.home = home;
        this.progress = progress;
    }

    /** The report, and the pictures of how things grow. */
    record Result(Report report, List<Plot> plots) {}

    /** @param command as it was typed, to be kept with the figures */
    static Result run(String command, ScoresSettings settings, Path home, ProgressWriter progress) {
        var machine = MachineReader.read();
        var job = new ScoresJob(settings, home, progress);
        var phases = job.measure();
        return new Result(new Report(command, machine, List.copyOf(job.figures), phases), List.copyOf(job.plots));
    }

    private List<Measured> measure() {
        if (wants(Scenario.START)) {
            figures.addAll(new StartJob(home, progress).measure());
        }
        if (settings.only().equals(List.of(Scenario.START))) {
            return List.of();
        }
        try (var stage = StageServer.start(home, progress);
                var client = new NationClient(stage);
                var scoring = ScoringStore.open(stage.scoring());
                var releases = ReleaseStore.open(stage.database("responses"))) {
            var list = new ListJob(client, settings.phase(), progress);
            var recount = new RecountJob(home, stage, progress);
            progress.say("registering made-up units");
            client.register(groups());
            nation(client, scoring, releases, list, recount);
            if (wants(Scenario.GROWTH)) {
                progress.say("scenario " + Options.word(Scenario.GROWTH));
                var growth = new GrowthJob(client, scoring, releases, list, recount, progress).measure(settings);
                figures.addAll(growth.figures());
                plots.addAll(growth.plots());
            }
            return list.phases();
        }
    }

    private void nation(
            NationClient client, ScoringStore scoring, ReleaseStore releases, ListJob list, RecountJob recount) {
        if (settings.only().stream().noneMatch(Scenario::needsNation)) {
            return;
        }
        var filled = new NationJob(client, scoring, progress).measure(settings.units(), settings.responses());
        if (wants(Scenario.NATIONAL)) {
            figures.addAll(filled);
        }
        if (wants(Scenario.RECOUNT)) {
            figures.addAll(recount.measure().figures());
        }
        if (wants(Scenario.LIST)) {
            figures.addAll(list.measure(NationJob.ROUND, settings.units()));
        }
        if (wants(Scenario.DELAY)) {
            figures.addAll(new DelayJob(client, releases, list, settings, progress).measure());
        }
    }

    private Groups groups() {
        return Groups.of(Stream.concat(settings.sizes().stream(), Stream.of(settings.units(), settings.among()))
                .toList());
    }

    private boolean wants(Scenario scenario) {
        return settings.only().contains(scenario);
    }
}
