package org.prongsai.assessment.challenge;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Unit;
import org.prongsai.assessment.pool.Office;
import org.prongsai.assessment.pool.Place;
import org.prongsai.assessment.pool.Pool;
import org.prongsai.assessment.pool.ReleaseStore;
import org.prongsai.assessment.traffic.TrafficReader;
import org.prongsai.contracts.EventJson;
import tools.jackson.databind.node.ObjectNode;

/** An office to which more answers come than its counter can have. */
record Flooded(Office office) {

    static Flooded of(String name) {
        var office = new Flooded(Office.open(name));
        office.rush(AssessmentWorld.CALM);
        return office;
    }

    AssessmentWorld world() {
        return office.world();
    }

    Unit unit() {
        return new Unit(office.round(), office.agency());
    }

    String path(String below) {
        return "/api/v1/rounds/" + office.round() + "/agencies/" + office.agency() + "/" + below;
    }

    /** So many come at once, of whom nothing is stored. */
    void rush(int people) {
        var traffic = world().context().getBean(TrafficReader.class);
        for (int n = 0; n < people; n++) traffic.came(unit(), false);
    }

    Answer challenge() {
        return world().get(path("challenges/eit"));
    }

    /** A solved puzzle of this office, as its visitors come by one. */
    String proof() {
        return Solver.solve(challenge().json().path("challenge"));
    }

    String proofUntil(Instant expires) {
        var puzzles = world().context().getBean(Puzzles.class);
        return Solver.solve(puzzles.make(new Venue(unit(), "eit"), 50, expires, new Random()));
    }

    Answer submit(int visitor, int option) {
        return office.submit(visitor, option);
    }

    Answer submit(int visitor, int option, Map<String, ?> beside) {
        return office.submit(body(visitor, option, beside));
    }

    Answer prove(int visitor, int option, String proof) {
        return submit(visitor, option, Map.of("proof", proof));
    }

    Answer type(int visitor, int option, String code) {
        return submit(visitor, option, Map.of("counterCode", code));
    }

    String body(int visitor, int option, Map<String, ?> beside) {
        var body = (ObjectNode) EventJson.MAPPER.readTree(office.body(visitor, option));
        beside.forEach((field, value) -> body.set(field, EventJson.MAPPER.valueToTree(value)));
        return EventJson.MAPPER.writeValueAsString(body);
    }

    /** The pools of both parts. */
    List<Pool> pools() {
        return Objects.requireNonNull(world().context()
                .getBean(ReleaseStore.class)
                .of(
                        office.round(),
                        "eit",
                        Stream.of("1", "1-unverified")
                                .map(part -> new Place(office.round(), office.agency(), "eit", part))
                                .toList())
                .collectList()
                .block());
    }

    /** In each part, how many answers lie there. */
    Map<String, Long> lying() {
        var parts = new HashMap<String, Long>();
        for (var part : List.of("1", "1-unverified")) {
            long rows = office.rows("part = '" + part + "'");
            if (rows > 0) parts.put(part, rows);
        }
        return parts;
    }
}
