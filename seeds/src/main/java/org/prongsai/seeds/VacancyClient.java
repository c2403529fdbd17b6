package org.prongsai.seeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.prongsai.seeds.demo.Pool;
import org.prongsai.seeds.demo.Unit;
import org.prongsai.seeds.http.GatewayClient;
import org.prongsai.seeds.http.Refusal;
import org.prongsai.seeds.http.Reply;
import tools.jackson.databind.JsonNode;

/** Sees to it that made-up people join nobody: not one unit of a round may hold what this very demonstration did not bring. */
record VacancyClient(GatewayClient gateway, ProgressWriter progress, String round) {

    private static final int SHOWN = 10;

    void check(List<Unit> units) {
        var taken = new ArrayList<String>();
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            occupied(unit).map(why -> unit.agency() + ": " + why).ifPresent(taken::add);
            progress.during("  Looking", i + 1, units.size());
        }
        if (!taken.isEmpty()) throw new Refusal(refusal(taken, units.size()));
    }

    private String refusal(List<String> taken, int units) {
        String more = taken.size() > SHOWN ? "\n    … and %,d more".formatted(taken.size() - SHOWN) : "";
        return """
                --round %s: %,d of %,d units already hold people or answers that this command did not bring:
                    %s%s
                  Made-up ones beside them would change what is counted, so nothing is added to such a unit. Nothing was sent.
                  Make a fresh round for it (POST /api/v1/rounds with synthetic: true), or, to go on with what was begun here,
                  type the same options again.""".formatted(
                round, taken.size(), units, taken.stream().limit(SHOWN).collect(Collectors.joining("\n    ")), more);
    }

    /** People are registered before the first answer is sent, so whoever has answers and no people has answers of others. */
    private Optional<String> occupied(Unit unit) {
        String path = "/rounds/" + round + "/agencies/" + unit.agency();
        Reply people = gateway.get(path + "/population");
        boolean registered = people.status() != 404;
        if (registered) {
            Optional<String> others = others(unit, people.orRefuse().json());
            if (others.isPresent()) return others;
        }
        Reply score = gateway.get(path + "/score");
        return score.status() == 404
                ? Optional.empty()
                : answers(score.orRefuse().json(), registered ? planned(unit) : Map.of());
    }

    private static Optional<String> others(Unit unit, JsonNode people) {
        int internal = people.path("internal").asInt(0);
        int external = people.path("external").asInt(0);
        boolean same = internal == unit.internal()
                && external == unit.external()
                && people.path("onLeave").asInt(0) == 0;
        return same
                ? Optional.empty()
                : Optional.of("registered are %,d staff and %,d users, and these would be %,d and %,d"
                        .formatted(internal, external, unit.internal(), unit.external()));
    }

    private static Map<String, Integer> planned(Unit unit) {
        return unit.pools().collect(Collectors.toMap(Pool::instrument, Pool::responses, Integer::sum));
    }

    private static Optional<String> answers(JsonNode score, Map<String, Integer> planned) {
        return score.path("instruments")
                .valueStream()
                .filter(survey -> survey.path("responses").asInt(0)
                        > planned.getOrDefault(survey.path("code").asString(), 0))
                .map(survey -> "%,d answers to %s, of which %s are ours"
                        .formatted(
                                survey.path("responses").asInt(),
                                survey.path("code").asString(),
                                planned.isEmpty()
                                        ? "0"
                                        : "at most %,d"
                                                .formatted(planned.getOrDefault(
                                                        survey.path("code").asString(), 0))))
                .findFirst();
    }
}
