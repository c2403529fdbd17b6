package org.prongsai.seeds;

import java.io.Console;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.prongsai.seeds.file.SeedReader;
import org.prongsai.seeds.http.Backoff;
import org.prongsai.seeds.http.Refusal;
import org.prongsai.seeds.http.Unreachable;
import tools.jackson.core.JacksonException;

/** Loads seed data for the person who typed it, and ends with 0 loaded, 1 refused, 2 could not run. */
public final class SeedCommand {

    private static final int LOADED = 0;
    private static final int REFUSED = 1;
    private static final int COULD_NOT_RUN = 2;

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

    public static void main(String[] typed) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        var command = new SeedCommand(out, err, Backoff.usual(), terminal());
        System.exit(command.run(List.of(typed), System.getenv()));
    }

    private static boolean terminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    int run(List<String> typed, Map<String, String> environment) {
        try {
            return run(Arguments.of(typed, environment));
        } catch (Refusal refused) {
            return fail(REFUSED, "Refused: " + refused.getMessage());
        } catch (Unreachable silent) {
            return fail(COULD_NOT_RUN, "Could not reach the platform: " + silent.getMessage());
        } catch (IllegalArgumentException | UncheckedIOException wrong) {
            return fail(COULD_NOT_RUN, "Could not run: " + wrong.getMessage() + "\nTry --help.");
        } catch (JacksonException unreadable) {
            return fail(COULD_NOT_RUN, "Could not read a file or an answer: " + unreadable.getOriginalMessage());
        }
    }

    private int run(Arguments arguments) {
        if (arguments.help()) {
            out.print(Arguments.USAGE);
            return LOADED;
        }
        out.println("Loading seeds into " + arguments.door().gateway());
        SeedJob.run(arguments.door(), backoff, files(arguments), new ProgressWriter(out, terminal), arguments.rounds());
        out.println("Done.");
        return LOADED;
    }

    private static SeedReader files(Arguments arguments) {
        return arguments.folder().isEmpty() ? SeedReader.packaged() : SeedReader.in(Path.of(arguments.folder()));
    }

    private int fail(int code, String message) {
        err.println();
        err.println(message);
        return code;
    }
}
