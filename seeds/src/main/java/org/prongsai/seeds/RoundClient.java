package org.prongsai.seeds;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.prongsai.seeds.demo.Demonstration;
import org.prongsai.seeds.demo.Unit;
import org.prongsai.seeds.file.RoundTemplate;
import org.prongsai.seeds.http.GatewayClient;
import org.prongsai.seeds.http.Refusal;
import org.prongsai.seeds.http.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Opens one round and gives it the people, answers and marks of a demonstration. */
final class RoundClient {

    /** Well below the 5,000 lines the platform takes, so that the bar moves and no body is large. */
    private static final int LINES = 1_000;

    private static final String MARKS_HEAD = "agency,item,mark\n";
    private static final int MARKS = 5_000;
    private static final int VERSION_WANTED = 428;

    private final GatewayClient gateway;
    private final ProgressWriter progress;
    private final String round;

    RoundClient(GatewayClient gateway, ProgressWriter progress, String round) {
        this.gateway = gateway;
        this.progress = progress;
        this.round = round;
    }

    Step open(ObjectNode request, RoundTemplate template) {
        Reply reply = gateway.post("/rounds", "application/json", request.toString());
        if (reply.status() != 409) {
            reply.orRefuse();
            return new Step("Round " + round, Map.of("created", 1));
        }
        JsonNode existing = gateway.get("/rounds/" + round).orRefuse().json();
        if (!template.made(existing))
            throw new Refusal("The round " + round + " exists already and was not made from this seed file"
                    + " (framework or synthetic differ). It was left as it is; nothing was loaded into it.");
        return new Step("Round " + round, Map.of("unchanged", 1));
    }

    Stream<Step> fill(Demonstration demonstration) {
        return Stream.<Function<Demonstration, Step>>of(this::population, this::responses, this::marks)
                .map(part -> part.apply(demonstration));
    }

    private Step population(Demonstration demonstration) {
        var counts = new Counts("units", "left as registered");
        List<Unit> units = demonstration.units();
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            Reply reply = gateway.put(
                    path("/agencies/" + unit.agency() + "/population"), "application/json", counted(unit), null);
            counts.add(registered(reply) ? "units" : "left as registered", 1);
            progress.during("  Population", i + 1, units.size());
        }
        return counts.step("  Population");
    }

    /** Where other numbers are registered already, somebody registered them: they stay. */
    private static boolean registered(Reply reply) {
        if (reply.status() == VERSION_WANTED) return false;
        return reply.orRefuse().ok();
    }

    private static String counted(Unit unit) {
        return "{\"internal\":%d,\"external\":%d,\"reason\":\"Made-up figures of a demonstration round\"}"
                .formatted(unit.internal(), unit.external());
    }

    private Step responses(Demonstration demonstration) {
        var counts = new Counts("accepted", "repeated", "released");
        var sent = new AtomicInteger();
        demonstration.batches(LINES).forEach(batch -> {
            String lines = demonstration.lines(batch);
            counts.add(gateway.post(path("/responses/imports"), "application/x-ndjson", lines));
            progress.during("  Responses", sent.addAndGet(batch.size()), demonstration.responses());
        });
        return counts.step("  Responses");
    }

    private Step marks(Demonstration demonstration) {
        var counts = new Counts("created", "updated", "unchanged");
        Iterable<List<String>> files = demonstration.marks().gather(Gatherers.windowFixed(MARKS))::iterator;
        for (List<String> marks : files)
            counts.add(gateway.postBehind(path("/marks/imports"), "text/csv", MARKS_HEAD + lines(marks)));
        return counts.step("  Marks");
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private String path(String rest) {
        return "/rounds/" + round + rest;
    }
}
