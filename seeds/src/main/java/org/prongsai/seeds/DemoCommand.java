package org.prongsai.seeds;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.prongsai.seeds.http.Backoff;

/** Makes up a round for the person who typed it, and ends with 0 done, 1 refused, 2 could not run. */
final class DemoCommand {

    private final PrintStream out;
    private final PrintStream err;
    private final Backoff backoff;
    private final boolean terminal;

    DemoCommand(PrintStream out, PrintStream err, Backoff backoff, boolean terminal) {
        this.out = out;
        this.err = err;
        this.backoff = backoff;
        this.terminal = terminal;
    }

    int run(List<String> typed, Map<String, String> environment) {
        return new OutcomeWriter(err).of(() -> run(DemoArguments.of(typed, environment)));
    }

    private void run(DemoArguments arguments) {
        if (arguments.help()) {
            out.print(DemoArguments.USAGE);
            return;
        }
        var progress = new ProgressWriter(out, terminal);
        if (arguments.out().isPresent()) DemoFolderJob.run(arguments, progress);
        else DemoRoundJob.run(arguments, backoff, progress);
        out.println("Done. Everything is made up.");
    }
}
