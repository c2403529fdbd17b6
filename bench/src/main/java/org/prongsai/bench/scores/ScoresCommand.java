package org.prongsai.bench.scores;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.prongsai.bench.plot.PlotWriter;
import org.prongsai.bench.report.LastReader;
import org.prongsai.bench.report.ProgressWriter;
import org.prongsai.bench.report.Report;
import org.prongsai.bench.report.ReportCommand;
import org.prongsai.bench.report.ReportWriter;
import org.prongsai.bench.report.Table;

/** What {@code ./prongsai bench scores} calls. */
public final class ScoresCommand {

    private static final String LAST = "last-scores.json";

    private ScoresCommand() {}

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "bench-logback.xml");
        var typed = List.of(arguments);
        System.exit(ReportCommand.run(
                "scores",
                typed,
                (command, home, progress) -> measure(command, ScoresSettings.of(typed), home, progress)));
    }

    private static Report measure(String command, ScoresSettings settings, Path home, ProgressWriter progress) {
        var last = home.resolve("bench").resolve(LAST);
        var before = LastReader.read(last);
        var result = ScoresJob.run(command, settings, home, progress);
        var report = result.report();
        System.out.print(new Table(report, before).text());
        settings.json().ifPresent(file -> ReportWriter.write(report, file));
        if (!result.plots().isEmpty()) {
            var source = report.machine().text() + ", " + LocalDate.now(ZoneId.of("Asia/Bangkok"));
            settings.plots()
                    .or(() -> kept(settings, last))
                    .ifPresent(folder -> PlotWriter.write(result.plots(), source, folder));
        }
        if (settings.keep()) {
            ReportWriter.write(report, last);
        }
        return report;
    }

    private static Optional<Path> kept(ScoresSettings settings, Path last) {
        return settings.keep() ? Optional.ofNullable(last.getParent()) : Optional.empty();
    }
}
