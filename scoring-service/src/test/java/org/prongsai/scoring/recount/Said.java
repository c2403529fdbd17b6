package org.prongsai.scoring.recount;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.prongsai.contracts.EventJson;
import org.prongsai.scoring.Stage;
import org.prongsai.scoring.replay.BesideConfig;
import tools.jackson.databind.JsonNode;

/** What a recount said, and how it ended. */
public record Said(int exit, String out, String err) {

    static Said of(Stage stage, String... typed) {
        return of(stage, RecountCommand.PATIENCE, typed);
    }

    static Said of(Stage stage, Duration patience, String... typed) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var command = new RecountCommand(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                patience);
        var where = stage.where().toArray(String[]::new);
        int exit = command.run(List.of(typed), () -> BesideConfig.context(where));
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Whether a recount of all rounds finds nothing. */
    public static boolean equal(Stage stage) {
        return of(stage).exit() == 0;
    }

    JsonNode last() {
        return EventJson.MAPPER.readTree(out.lines().toList().getLast());
    }
}
