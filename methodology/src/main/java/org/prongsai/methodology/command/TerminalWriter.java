package org.prongsai.methodology.command;

import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What a command says to whoever typed it, and how it ends: 0 done, 1 a file was refused, 2 could not run. */
record TerminalWriter(PrintStream out, PrintStream err) {

    int run(String usage, List<String> typed, Runnable work) {
        if (typed.isEmpty() || typed.contains("--help")) {
            out.print(usage);
            return typed.isEmpty() ? 2 : 0;
        }
        try {
            work.run();
            return 0;
        } catch (WrongFile refused) {
            err.println(refused.getMessage());
            return 1;
        } catch (IllegalArgumentException wrong) {
            err.println("Could not run: " + wrong.getMessage() + "\nTry --help.");
            return 2;
        }
    }

    void lines(List<String> lines) {
        lines.forEach(out::println);
    }

    void line(String line) {
        out.println(line);
    }

    void json(Object document) {
        out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document));
    }
}
