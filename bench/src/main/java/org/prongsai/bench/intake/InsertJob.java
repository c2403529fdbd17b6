package org.prongsai.bench.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.prongsai.bench.report.Figure;
import org.prongsai.bench.report.ProgressWriter;
import org.prongsai.bench.stage.StageServer;

/** What the database does by itself with rows like these: one insert and one commit each, sixteen at a time. */
record InsertJob(LoadJob load, StageServer stage, Target target, ResponsesStore responses, ProgressWriter progress) {

    private static final int CLIENTS = 16;

    List<Figure> measure() throws SQLException {
        stage.downstream(false);
        load.warm(target);
        String sql = responses.insert(target.round(), target.crowd().answers());
        var pgbench = PgbenchCommand.find();
        String by = pgbench.isPresent() ? "pgbench" : "JDBC";
        progress.say("inserting rows one by one with " + by);
        double rate = pgbench.isPresent()
                ? pgbench.get()
                        .rate(responses.access(), sql, CLIENTS, load.settings().phase())
                : plain(sql);
        return List.of(Figure.of("single-row inserts by %s, %d clients".formatted(by, CLIENTS), rate, "/s"));
    }

    private double plain(String sql) {
        var lasts = load.settings().phase();
        var rows = new ArrayList<Future<Long>>();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                rows.add(clients.submit(() -> ResponsesStore.repeat(responses.access(), sql, lasts)));
            }
        }
        return rows.stream().mapToLong(Future::resultNow).sum() / (lasts.toMillis() / 1000.0);
    }
}
