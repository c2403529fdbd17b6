package org.prongsai.seeds;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.prongsai.seeds.file.SeedReader;
import org.prongsai.seeds.http.Backoff;

/** Loads seed data for the person who typed it, and ends with 0 loaded, 1 refused, 2 could not run. */
final class SeedCommand {

    private final PrintStream out;
    private final PrintStream err;
    private final Backoff backoff;
    private final boolean terminal;

    SeedCommand(PrintStream out, PrintStream err, Backoff backoff, boolean terminal) {
        this.out = out;
        this.err = err;
        this.backoff = backoff;
        this.terminal = terminal;
    }

    int run(List<String> typed, Map<String, String> environment) {
        return new OutcomeWriter(err).of(() -> run(Arguments.of(typed, environment)));
    }

    private void run(Arguments arguments) {
        if (arguments.help()) {
            out.print(Arguments.USAGE);
            return;
        }
        out.println("Loading seeds into " + arguments.door().gateway());
        SeedJob.run(arguments.door(), backoff, files(arguments), new ProgressWriter(out, terminal), arguments.rounds());
        out.println("Done.");
    }

    private static SeedReader files(Arguments arguments) {
        return arguments.folder().isEmpty() ? SeedReader.packaged() : SeedReader.in(Path.of(arguments.folder()));
    }
}
