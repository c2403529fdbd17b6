package org.prongsai.bench.intake;

import java.nio.file.Path;
import java.util.List;

/** What {@code ./prongsai bench intake} calls: measures, prints, and says by its exit code whether all floors were met. */
public final class IntakeCommand {

    private static final int MISSED = 1;
    private static final int FAILED = 2;

    private IntakeCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            var settings = IntakeSettings.of(arguments);
            var home = Path.of(System.getProperty("prongsai.home", "."))
                    .toAbsolutePath()
                    .normalize();
            var command = ("./prongsai bench intake " + String.join(" ", arguments)).strip();
            var report = IntakeJob.run(command, settings, home, ProgressWriter.ofThisTerminal());
            System.out.print(new Table(report).text());
            settings.json().ifPresent(file -> ReportWriter.write(report, file));
            return report.met() ? 0 : MISSED;
        } catch (RuntimeException e) {
            System.err.println(e.getMessage());
            return FAILED;
        }
    }
}
