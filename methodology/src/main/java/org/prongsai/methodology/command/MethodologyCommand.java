package org.prongsai.methodology.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The one door of this module's program: {@code score …} or {@code framework …}. */
public final class MethodologyCommand {
    private static final Path HERE = Path.of("");

    private MethodologyCommand() {}

    public static void main(String[] typed) {
        var terminal = new TerminalWriter(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
        var words = List.of(typed);
        System.exit(
                switch (words.isEmpty() ? "" : words.getFirst()) {
                    case "score" ->
                        new ScoreCommand(terminal, HERE).run(words.subList(1, words.size()), System.getenv());
                    case "framework" -> new FrameworkCommand(terminal, HERE).run(words.subList(1, words.size()));
                    default -> terminal.run("score or framework, and --help behind either\n", List.of(), () -> {});
                });
    }
}
