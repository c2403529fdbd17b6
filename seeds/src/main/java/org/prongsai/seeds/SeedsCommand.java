package org.prongsai.seeds;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.prongsai.seeds.http.Backoff;

/** What the program is started by: {@code demo} makes up a round, anything else loads the seeds. */
public final class SeedsCommand {

    private static final String DEMO = "demo";

    private SeedsCommand() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        List<String> typed = List.of(arguments);
        int status = !typed.isEmpty() && typed.getFirst().equals(DEMO)
                ? new DemoCommand(out, err, Backoff.usual(), terminal())
                        .run(typed.subList(1, typed.size()), System.getenv())
                : new SeedCommand(out, err, Backoff.usual(), terminal()).run(typed, System.getenv());
        System.exit(status);
    }

    private static boolean terminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
