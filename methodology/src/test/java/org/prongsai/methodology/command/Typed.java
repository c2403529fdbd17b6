package org.prongsai.methodology.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Somebody at a terminal in a folder, and what they see there. */
record Typed(Path folder, ByteArrayOutputStream out, ByteArrayOutputStream err) {

    static Typed in(Path folder) {
        return new Typed(folder, new ByteArrayOutputStream(), new ByteArrayOutputStream());
    }

    void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    int score(Map<String, String> environment, String... typed) {
        return new ScoreCommand(terminal(), folder).run(List.of(typed), environment);
    }

    int framework(String... typed) {
        return new FrameworkCommand(terminal(), folder).run(List.of(typed));
    }

    private TerminalWriter terminal() {
        return new TerminalWriter(stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }

    String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    void clear() {
        out.reset();
        err.reset();
    }
}
