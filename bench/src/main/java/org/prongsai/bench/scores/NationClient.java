package org.prongsai.bench.scores;

import java.time.Duration;
import java.util.stream.Gatherers;
import org.prongsai.bench.stage.PatientJob;
import org.prongsai.bench.stage.StageServer;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.seeds.demo.Demonstration;
import org.prongsai.seeds.file.FrameworkReader;
import org.prongsai.seeds.file.SeedReader;
import org.prongsai.seeds.http.Backoff;
import org.prongsai.seeds.http.Door;
import org.prongsai.seeds.http.GatewayClient;
import org.prongsai.seeds.http.Reply;
import tools.jackson.databind.JsonNode;

/** Registers made-up units, opens rounds of theirs, and asks for their scores, through the gateway. */
final class NationClient implements AutoCloseable {

    static final String FRAMEWORK = "ita-immigration-2567";
    static final String EDITION = FRAMEWORK + "@1";
    private static final int MARKS = 5_000;
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Door door;
    private final GatewayClient gateway;

    NationClient(StageServer stage) {
        this.door = Door.local(stage.gateway(), stage.issuer());
        this.gateway = new GatewayClient(door, Backoff.usual(), waiting -> {});
    }

    static Framework framework() {
        return new FrameworkReader(SeedReader.packaged()).read(FRAMEWORK);
    }

    Door door() {
        return door;
    }

    void register(Groups groups) {
        gateway.post("/agencies/imports?dryRun=false", "text/csv", groups.register())
                .orRefuse();
    }

    /** A round whose windows are over, so that nothing of what is imported is held back; it is there when scoring knows it. */
    void open(String round, int units) {
        gateway.post("/rounds", "application/json", """
                {"round":"%s","title":{"th":"%1$s","en":"%1$s"},"framework":"%s","synthetic":true,
                 "participants":{"parent":"%s","types":["checkpoint"]},"k":5,
                 "calendar":[{"step":"iit","from":"2024-01-01","to":"2024-06-30"},
                             {"step":"eit","from":"2024-01-01","to":"2024-06-30"}]}
                """.formatted(round, EDITION, Groups.group(units)))
                .orRefuse();
        if (!PatientJob.until(() -> list(round).ok(), GLANCE, PATIENCE)) {
            list(round).orRefuse();
        }
    }

    private Reply list(String round) {
        return gateway.get("/rounds/" + round + "/scores?limit=1");
    }

    void mark(String round, Demonstration demonstration) {
        var files = demonstration.marks().gather(Gatherers.windowFixed(MARKS)).iterator();
        while (files.hasNext()) {
            var lines = "agency,item,mark\n" + String.join("\n", files.next()) + "\n";
            gateway.postBehind("/rounds/" + round + "/marks/imports", "text/csv", lines)
                    .orRefuse();
        }
    }

    /** The path of a list's second page, with the query that leads there. */
    String secondPage(String path) {
        String next = gateway.get(path).orRefuse().json().path("next").asString("");
        return next.isEmpty() ? path : path + "&cursor=" + next;
    }

    /** Of all surveys together; none while nothing was heard of the unit. */
    long responses(String round, String unit) {
        var score = gateway.get("/rounds/%s/agencies/%s/score".formatted(round, unit));
        return score.ok() ? responses(score.json()) : 0;
    }

    static long responses(JsonNode score) {
        return score.path("instruments")
                .valueStream()
                .mapToLong(survey -> survey.path("responses").asLong(0))
                .sum();
    }

    String newToken() {
        return gateway.newToken();
    }

    @Override
    public void close() {
        gateway.close();
    }
}
