package org.prongsai.bench.scores;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.prongsai.bench.load.Measured;
import org.prongsai.bench.plot.Plot;
import org.prongsai.bench.report.Figure;
import org.prongsai.bench.report.MachineReader;
import org.prongsai.bench.report.ProgressWriter;
import org.prongsai.bench.report.Report;
import org.prongsai.bench.stage.StageServer;

/** One run: platforms of its own, the scenarios one after the other, and what they came to. */
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
        var phases = new ArrayList<Measured>();
        if (wants(Scenario.START)) {
            figures.addAll(new StartJob(home, progress).measure());
        }
        if (settings.only().stream().anyMatch(Scenario::needsNation)) {
            phases.addAll(onStage(List.of(settings.units()), this::nation));
        }
        if (wants(Scenario.GROWTH)) {
            var sizes = new ArrayList<>(settings.sizes());
            sizes.add(settings.among());
            phases.addAll(onStage(sizes, this::growth));
        }
        return phases;
    }

    /** A recount reads all of a platform's log, so those whose log is another's size are apart. */
    private List<Measured> onStage(List<Integer> sizes, Consumer<Stage> scenarios) {
        try (var stage = StageServer.start(home, progress);
                var client = new NationClient(stage);
                var scoring = ScoringStore.open(stage.scoring());
                var releases = ReleaseStore.open(stage.database("responses"))) {
            progress.say("registering made-up units");
            client.register(Groups.of(sizes));
            var list = new ListJob(client, settings.phase(), progress);
            scenarios.accept(
                    new Stage(client, scoring, releases, list, new RecountJob(home, stage, progress), stage.data()));
            return list.phases();
        }
    }

    /** Those who speak to one platform. */
    private record Stage(
            NationClient client,
            ScoringStore scoring,
            ReleaseStore releases,
            ListJob list,
            RecountJob recount,
            Path data) {}

    private void nation(Stage on) {
        var filled = new NationJob(on.client(), on.scoring(), progress).measure(settings.units(), settings.responses());
        if (wants(Scenario.NATIONAL)) {
            figures.addAll(filled);
        }
        if (wants(Scenario.LIST)) {
            figures.addAll(on.list().measure(NationJob.ROUND, settings.units()));
        }
        // By now the databases have tidied up after the import.
        if (wants(Scenario.RECOUNT)) {
            figures.add(on.recount().measure().first());
            figures.addAll(on.recount().measure().figures());
        }
        if (wants(Scenario.DELAY)) {
            figures.addAll(
                    new DelayJob(on.client(), on.releases(), on.list(), on.data(), settings, progress).measure());
        }
    }

    private void growth(Stage on) {
        var growth = new GrowthJob(on.client(), on.scoring(), on.releases(), on.list(), on.recount(), progress)
                .measure(settings);
        figures.addAll(growth.figures());
        plots.addAll(growth.plots());
    }

    private boolean wants(Scenario scenario) {
        return settings.only().contains(scenario);
    }
}
