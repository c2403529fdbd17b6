package org.prongsai.seeds;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.seeds.demo.Demonstration;
import org.prongsai.seeds.demo.Unit;
import org.prongsai.seeds.file.FrameworkReader;
import org.prongsai.seeds.file.Likeness;
import org.prongsai.seeds.file.Results;
import org.prongsai.seeds.file.RoundTemplate;
import org.prongsai.seeds.file.SeedReader;
import org.prongsai.seeds.http.Backoff;
import org.prongsai.seeds.http.Door;
import org.prongsai.seeds.http.GatewayClient;
import org.prongsai.seeds.http.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loads the seeds in the order in which they need each other; doing it twice changes nothing. */
final class SeedJob {

    static final String AGENCIES = "agencies/immigration-bureau.csv";
    static final String PEOPLE = "people/demo.json";
    static final String RESULTS = "history/results.csv";

    static final ZoneId THAILAND = ZoneId.of("Asia/Bangkok");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GatewayClient gateway;
    private final SeedReader files;
    private final ProgressWriter progress;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Known> frameworks = new LinkedHashMap<>();

    private SeedJob(GatewayClient gateway, SeedReader files, ProgressWriter progress) {
        this.gateway = gateway;
        this.files = files;
        this.progress = progress;
    }

    static List<Step> run(Door door, Backoff backoff, SeedReader files, ProgressWriter progress, List<String> rounds) {
        try (var gateway = new GatewayClient(door, backoff, progress::note)) {
            return new SeedJob(gateway, files, progress).run(rounds);
        }
    }

    private List<Step> run(List<String> rounds) {
        List<RoundTemplate> templates = rounds.stream().map(this::template).toList();
        agencies();
        files.frameworks().forEach(this::framework);
        templates.forEach(template -> framework(template.framework()));
        people();
        results();
        templates.forEach(this::round);
        return List.copyOf(steps);
    }

    private RoundTemplate template(String round) {
        return RoundTemplate.of(files.text("rounds/" + round + ".json"));
    }

    private void agencies() {
        var counts = new Counts("created", "updated", "unchanged");
        counts.add(gateway.post("/agencies/imports?dryRun=false", "text/csv", files.text(AGENCIES)));
        done(counts.step("Agencies"));
    }

    private void framework(String name) {
        if (frameworks.containsKey(name)) return;
        Framework framework = new FrameworkReader(files).read(name);
        Reply held = gateway.get("/frameworks/" + name);
        boolean same = held.status() != 404 && Likeness.holds(held.orRefuse().json(), FrameworkFile.tree(framework));
        JsonNode stored = same ? held.json() : store(framework, held.etag().orElse(null));
        frameworks.put(name, new Known(stored.path("ref").asString(name + "@1"), framework));
        done(new Step("Framework " + name, Map.of(same ? "unchanged" : "stored", 1)));
    }

    private JsonNode store(Framework framework, @Nullable String etag) {
        String path = "/frameworks/" + framework.name();
        return gateway.put(path, "application/json", FrameworkFile.json(framework), etag)
                .orRefuse()
                .json();
    }

    private void results() {
        if (files.has(RESULTS)) done(new ResultsClient(gateway).send(Results.of(files.text(RESULTS))));
    }

    private void people() {
        var counts = new Counts("created", "unchanged");
        JSON.readTree(files.text(PEOPLE)).valueStream().forEach(person -> {
            Reply reply = gateway.post("/people", "application/json", person.toString());
            counts.add(created(reply) ? "created" : "unchanged", 1);
        });
        done(counts.step("People"));
    }

    private static boolean created(Reply reply) {
        if (reply.status() == 409) return false;
        return reply.orRefuse().status() == 201;
    }

    private void round(RoundTemplate template) {
        var round = new RoundClient(gateway, progress, template.round());
        Known framework = Objects.requireNonNull(frameworks.get(template.framework()));
        done(round.open(template.on(LocalDate.now(THAILAND), framework.ref()), template));
        plan(template)
                .map(units -> new Demonstration(template.round(), framework.framework(), units))
                .ifPresent(demonstration -> round.fill(demonstration).forEach(this::done));
    }

    private Optional<List<Unit>> plan(RoundTemplate template) {
        String plan = "demo/" + template.round() + ".csv";
        return files.has(plan) ? Optional.of(Unit.readAll(files.text(plan))) : Optional.empty();
    }

    private void done(Step step) {
        progress.done(step);
        steps.add(step);
    }

    /** A framework as the platform holds it, under the version it gave. */
    private record Known(String ref, Framework framework) {}
}
