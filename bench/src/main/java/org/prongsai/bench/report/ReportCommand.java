package org.prongsai.bench.report;

import java.nio.file.Path;
import java.util.List;

/** What {@code ./prongsai bench} calls: measures, and says by its exit code whether all floors were met. */
public final class ReportCommand {

    private static final int MISSED = 1;
    private static final int FAILED = 2;

    /** Measures, prints what came of it and keeps what was asked to be kept. */
    public interface Measuring {
        Report measure(String command, Path home, ProgressWriter progress);
    }

    private ReportCommand() {}

    /** @param what is measured, as it was typed */
    public static int run(String what, List<String> arguments, Measuring measuring) {
        try {
            var home = Path.of(System.getProperty("prongsai.home", "."))
                    .toAbsolutePath()
                    .normalize();
            var command = ("./prongsai bench " + what + " " + String.join(" ", arguments)).strip();
            return measuring
                            .measure(command, home, ProgressWriter.ofThisTerminal())
                            .met()
                    ? 0
                    : MISSED;
        } catch (RuntimeException e) {
            System.err.println(e.getMessage() == null ? e.toString() : e.getMessage());
            return FAILED;
        }
    }
}
