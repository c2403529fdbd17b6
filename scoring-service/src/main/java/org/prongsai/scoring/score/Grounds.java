package org.prongsai.scoring.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.score.Evidence;
import org.prongsai.methodology.tally.Tally;
import org.prongsai.scoring.framework.Edition;

/**
 * Everything known about a unit at this moment, however little.
 *
 * @param round null until it was told
 * @param edition the round's framework, null until it was told
 * @param place null until the agency was told
 */
record Grounds(
        Unit unit,
        @Nullable RoundState round,
        @Nullable Edition edition,
        @Nullable Place place,
        Map<String, Integer> population,
        List<Counted> tallies,
        Map<String, Integer> marks) {

    /** Where the agency stands, root … self, and of which type it is. */
    record Place(List<String> path, String type) {}

    /** A part's tally as it is kept. */
    record Counted(String instrument, String part, String framework, String body) {}

    boolean participates() {
        return round != null && place != null && round.participants().include(place.path(), place.type());
    }

    /** Tallies of another framework than the round's say nothing about it. */
    static Evidence evidence(Edition edition, int k, Grounds grounds, Map<String, Integer> marks) {
        var tallies = new HashMap<String, Map<String, Tally>>();
        for (var each : grounds.tallies()) {
            var form = edition.form(each.instrument(), each.part());
            if (form != null && each.framework().equals(edition.framework().ref()))
                tallies.computeIfAbsent(each.instrument(), _ -> new HashMap<>())
                        .put(each.part(), Tally.parse(form, each.body()));
        }
        Framework framework = edition.framework();
        return Evidence.of(framework, k, tallies, new HashMap<>(marks), new HashMap<>(grounds.population()));
    }
}
