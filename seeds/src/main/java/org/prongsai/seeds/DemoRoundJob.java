package org.prongsai.seeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.seeds.demo.Demonstration;
import org.prongsai.seeds.file.FrameworkReader;
import org.prongsai.seeds.http.Backoff;
import org.prongsai.seeds.http.GatewayClient;
import org.prongsai.seeds.http.Refusal;
import org.prongsai.seeds.http.Reply;
import org.prongsai.seeds.plan.Plan;
import org.prongsai.seeds.plan.Roster;
import tools.jackson.databind.JsonNode;

/** Brings a made-up round into a running platform, through its public API and into a synthetic round only. */
final class DemoRoundJob {

    private static final int SHOWN = 20;

    private final GatewayClient gateway;
    private final DemoArguments arguments;

    private DemoRoundJob(GatewayClient gateway, DemoArguments arguments) {
        this.gateway = gateway;
        this.arguments = arguments;
    }

    static void run(DemoArguments arguments, Backoff backoff, ProgressWriter progress) {
        try (var gateway = new GatewayClient(arguments.typed().door(), backoff, progress::note)) {
            Demonstration demonstration = new DemoRoundJob(gateway, arguments).demonstration();
            new VacancyClient(gateway, progress, arguments.round()).check(demonstration.units());
            new RoundClient(gateway, progress, arguments.round())
                    .fill(demonstration)
                    .forEach(progress::done);
        }
    }

    private Demonstration demonstration() {
        JsonNode round = round();
        Framework framework = framework(round.path("framework").asString());
        // Apart for each round: a token is one person's, in one round.
        String seed = "demo/" + arguments.seed() + "/" + arguments.round();
        var plan = new Plan(seed, roster(round), arguments.mix(), arguments.wanted(), arguments.coachedShare());
        return new Demonstration(seed, framework, plan.units(framework));
    }

    private JsonNode round() {
        Reply reply = gateway.get("/rounds/" + arguments.round());
        if (reply.status() == 404)
            throw new Refusal(
                    "--round %s: there is no such round. Make it first: POST /api/v1/rounds with synthetic: true."
                            .formatted(arguments.round()));
        JsonNode round = reply.orRefuse().json();
        if (!round.path("synthetic").asBoolean(false))
            throw new Refusal(
                    "--round %s: it is not synthetic, and made-up answers go into no other round. Nothing was sent."
                            .formatted(arguments.round()));
        return round;
    }

    private Framework framework(String ref) {
        String text = gateway.get("/frameworks/" + ref).orRefuse().text();
        return Fitting.checked(
                "framework " + ref, FrameworkReader.valid("framework " + ref, FrameworkFile.parse(text)));
    }

    private Roster roster(JsonNode round) {
        Roster taking = participants(round);
        Roster roster = arguments
                .agencies()
                .map(file -> known(file, DemoFolderJob.roster(file), taking))
                .orElse(taking);
        int units = arguments.units().orElse(roster.agencies().size());
        if (units > roster.agencies().size())
            throw new IllegalArgumentException(
                    "--units %,d: only %,d units take part in the round; import more agencies first, or ask for fewer"
                            .formatted(units, roster.agencies().size()));
        return roster.sized(units);
    }

    /** Found out now, and not when half of the units have their answers. */
    private Roster known(String file, Roster roster, Roster taking) {
        var strangers = new ArrayList<>(roster.agencies());
        strangers.removeAll(Set.copyOf(taking.agencies()));
        if (!strangers.isEmpty())
            throw new IllegalArgumentException(
                    "--agencies %s: %,d of its %,d units take no part in the round %s: %s%s. Nothing was sent. Take them out, or import them first and name a round of theirs."
                            .formatted(
                                    file,
                                    strangers.size(),
                                    roster.agencies().size(),
                                    arguments.round(),
                                    strangers.stream().limit(SHOWN).collect(Collectors.joining(", ")),
                                    strangers.size() > SHOWN ? " …" : ""));
        return roster;
    }

    private Roster participants(JsonNode round) {
        JsonNode who = round.path("participants");
        String types = who.path("types")
                .valueStream()
                .map(type -> "&type=" + type.asString())
                .collect(Collectors.joining());
        Set<String> joined = round.path("joint")
                .valueStream()
                .flatMap(joint -> joint.path("with").valueStream())
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        List<String> agencies =
                agencies("/agencies?limit=500&parent=" + who.path("parent").asString() + types);
        return Roster.ofAgencies(
                agencies.stream().filter(agency -> !joined.contains(agency)).toList());
    }

    private List<String> agencies(String path) {
        var agencies = new ArrayList<String>();
        for (String page = path; !page.isEmpty(); ) {
            JsonNode list = gateway.get(page).orRefuse().json();
            list.path("items")
                    .valueStream()
                    .map(item -> item.path("agency").asString())
                    .forEach(agencies::add);
            String next = list.path("next").asString("");
            page = next.isEmpty() ? "" : path + "&cursor=" + next;
        }
        return agencies;
    }
}
