package org.prongsai.bench.intake;

import java.nio.file.Path;
import java.util.List;
import org.prongsai.bench.report.ProgressWriter;
import org.prongsai.bench.report.Report;
import org.prongsai.bench.report.ReportCommand;
import org.prongsai.bench.report.ReportWriter;
import org.prongsai.bench.report.Table;

/** What {@code ./prongsai bench intake} calls. */
public final class IntakeCommand {

    private IntakeCommand() {}

    public static void main(String[] arguments) {
        var typed = List.of(arguments);
        System.exit(ReportCommand.run(
                "intake",
                typed,
                (command, home, progress) -> measure(command, IntakeSettings.of(typed), home, progress)));
    }

    private static Report measure(String command, IntakeSettings settings, Path home, ProgressWriter progress) {
        var report = IntakeJob.run(command, settings, home, progress);
        System.out.print(new Table(report).text());
        settings.json().ifPresent(file -> ReportWriter.write(report, file));
        return report;
    }
}
