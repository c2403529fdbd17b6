package org.prongsai.bench.scores;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.prongsai.bench.report.Figure;
import org.prongsai.bench.report.ProgressWriter;
import org.prongsai.bench.stage.StageServer;

/** How long a platform takes until it can be used, and what it then holds in memory: started as anybody would start it. */
record StartJob(Path home, ProgressWriter progress) {

    private static final double MEBI = 1024;

    List<Figure> measure() {
        long began = System.nanoTime();
        try (var stage = StageServer.startBare(home, progress)) {
            double empty = seconds(began);
            var memory = stage.resident();
            progress.say("starting it again over the folder it kept");
            long again = System.nanoTime();
            stage.again();
            var figures = new ArrayList<>(List.of(
                    Figure.of("until every service is ready, empty folder", empty, "s"),
                    Figure.of("until every service is ready, stopped first and its folder kept", seconds(again), "s")));
            memory.forEach((name, kibibytes) -> figures.add(Figure.of("resident, " + name, kibibytes / MEBI, "MiB")));
            double together =
                    memory.values().stream().mapToLong(Long::longValue).sum() / MEBI;
            figures.add(Figure.of("resident, all together", together, "MiB"));
            return figures;
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
