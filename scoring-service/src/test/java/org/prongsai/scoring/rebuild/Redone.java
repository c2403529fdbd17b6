package org.prongsai.scoring.rebuild;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.prongsai.scoring.Stage;
import org.prongsai.scoring.replay.BesideConfig;

/** What a rebuild of a stage said, and how it ended. */
public record Redone(int exit, String out, String err) {

    public static Redone of(Stage stage, String... typed) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var command = new RebuildCommand(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        var where = stage.where().toArray(String[]::new);
        int exit = command.run(List.of(typed), () -> BesideConfig.context(where));
        return new Redone(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
