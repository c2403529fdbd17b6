package org.prongsai.seeds;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.seeds.file.Likeness;
import org.prongsai.seeds.file.RoundTemplate;
import org.prongsai.seeds.file.SeedReader;
import org.prongsai.seeds.http.Backoff;
import org.prongsai.seeds.http.Door;
import org.prongsai.seeds.http.GatewayClient;
import org.prongsai.seeds.http.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Loads the seeds in the order in which they need each other; doing it twice changes nothing. */
final class SeedJob {

    static final String AGENCIES = "agencies/immigration-bureau.csv";
    static final String FRAMEWORK = "ita-immigration-2567";
    static final String PEOPLE = "people/demo.json";

    private static final ZoneId THAILAND = ZoneId.of("Asia/Bangkok");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final GatewayClient gateway;
    private final SeedReader files;
    private final ProgressWriter progress;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Framework> frameworks = new LinkedHashMap<>();

    private SeedJob(GatewayClient gateway, SeedReader files, ProgressWriter progress) {
        this.gateway = gateway;
        this.files = files;
        this.progress = progress;
    }

    static List<Step> run(Door door, Backoff backoff, SeedReader files, ProgressWriter progress, List<String> rounds) {
        try (var gateway = new GatewayClient(door, backoff)) {
            return new SeedJob(gateway, files, progress).run(rounds);
        }
    }

    private List<Step> run(List<String> rounds) {
        List<RoundTemplate> templates = rounds.stream().map(this::template).toList();
        agencies();
        framework(FRAMEWORK);
        templates.forEach(template -> framework(template.framework()));
        people();
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
        String yaml = files.text("frameworks/" + name + ".yaml");
        JsonNode document = YAML.readTree(yaml);
        Reply held = gateway.get("/frameworks/" + name);
        boolean same = held.status() != 404 && Likeness.holds(held.orRefuse().json(), document);
        JsonNode stored = same ? held.json() : store(name, yaml, held.etag().orElse(null));
        String ref = stored.path("ref").asString(name + "@1");
        frameworks.put(name, new Framework(ref, document));
        done(new Step("Framework " + name, Map.of(same ? "unchanged" : "stored", 1)));
    }

    private JsonNode store(String name, String yaml, @Nullable String etag) {
        return gateway.put("/frameworks/" + name, "application/yaml", yaml, etag)
                .orRefuse()
                .json();
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
        Framework framework = frameworks.getOrDefault(template.framework(), Framework.NONE);
        var round = new RoundClient(gateway, files, progress, template.round());
        done(round.open(template.on(LocalDate.now(THAILAND), framework.ref()), template));
        round.fill(framework.document()).forEach(this::done);
    }

    private void done(Step step) {
        progress.done(step);
        steps.add(step);
    }

    private record Framework(String ref, JsonNode document) {
        static final Framework NONE = new Framework("", JSON.createObjectNode());
    }
}
