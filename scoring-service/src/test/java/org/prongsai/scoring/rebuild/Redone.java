package org.prongsai.scoring.rebuild;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.prongsai.scoring.Stage;
import org.prongsai.scoring.replay.BesideConfig;

/** How a rebuild of a stage ended. */
public final class Redone {
    private Redone() {}

    public static int of(Stage stage) {
        var nobody = new PrintStream(OutputStream.nullOutputStream());
        var where = stage.where().toArray(String[]::new);
        return new RebuildCommand(nobody, nobody).run(List.of(), () -> BesideConfig.context(where));
    }
}
