package org.prongsai.scoring.recount;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.prongsai.scoring.score.Grounds;
import org.prongsai.scoring.score.KeptScore;
import org.prongsai.scoring.score.Standing;
import org.prongsai.scoring.score.Unit;

/** Holds the scores that are kept against what tallies, marks and register of the log make of each unit. */
final class ScoreCheck {
    private final Function<Unit, Grounds> grounds;
    private final Set<Unit> awaited;
    private final Instant now;
    private final Differences differences;
    private final Map<String, Integer> scores = new HashMap<>();

    /**
     * @param participants who must have a score
     * @param now when the scores were read
     */
    ScoreCheck(Set<Unit> participants, Function<Unit, Grounds> grounds, Instant now, Differences differences) {
        this.awaited = new HashSet<>(participants);
        this.grounds = grounds;
        this.now = now;
        this.differences = differences;
    }

    /** What is not the same; may be asked by several threads. */
    List<Difference> differences(KeptScore live) {
        var unit = live.unit();
        var found = live.next(Standing.of(grounds.apply(unit), live.judged(now)));
        return live.differences(found).stream()
                .map(name -> difference(unit, name))
                .toList();
    }

    void live(KeptScore live, List<Difference> found) {
        awaited.remove(live.unit());
        scores.merge(live.unit().round(), 1, Integer::sum);
        differences.add(found);
    }

    /** To be called behind the last one that is kept. */
    void end() {
        awaited.stream().sorted().forEach(unit -> differences.add(List.of(difference(unit, "missing"))));
    }

    /** Without figures: a score is a whole, and what it is made of is shown by other means. */
    private static Difference difference(Unit unit, String name) {
        return new Difference(unit.round(), unit.agency(), null, null, "score: " + name, null, null, null);
    }

    Set<String> rounds() {
        return scores.keySet();
    }

    int scores(String round) {
        return scores.getOrDefault(round, 0);
    }
}
