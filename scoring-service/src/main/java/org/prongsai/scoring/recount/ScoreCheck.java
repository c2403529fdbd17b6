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

    void live(KeptScore live) {
        var unit = live.unit();
        awaited.remove(unit);
        scores.merge(unit.round(), 1, Integer::sum);
        var found = live.next(Standing.of(grounds.apply(unit), live.judged(now)));
        live.differences(found).forEach(name -> differences.add(List.of(difference(unit, name))));
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
