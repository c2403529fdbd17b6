package org.prongsai.scoring.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prongsai.messaging.LogFindings;
import org.prongsai.messaging.Refused;
import org.prongsai.scoring.tally.Sum;
import org.prongsai.scoring.tally.TallyKey;

/**
 * What the whole log comes to.
 *
 * @param moves how many answers, by round
 * @param refused releases that can never count
 * @param unreadable how many other records can never count
 * @param repeated records that were sent more than once
 */
public record LogCount(
        Map<TallyKey, Sum> sums, Map<String, MoveCount> moves, List<Refused> refused, int unreadable, long repeated) {

    static LogCount of(List<Counted> shares, LogFindings findings) {
        var sums = new HashMap<TallyKey, Sum>();
        var moves = new HashMap<String, List<Moves>>();
        for (var share : shares) {
            share.sums().forEach((key, sum) -> sums.merge(key, sum, LogCount::together));
            share.moves().forEach((round, some) -> moves.computeIfAbsent(round, _ -> new ArrayList<>())
                    .add(some));
        }
        var counts = new HashMap<String, MoveCount>();
        moves.forEach((round, some) -> counts.put(round, Moves.count(some)));
        var refused = shares.stream().flatMap(share -> share.refused().stream()).toList();
        return new LogCount(sums, counts, refused, findings.unreadable().size(), findings.repeated());
    }

    /** Of a unit whose answers lie in several partitions, which no relay does. */
    private static Sum together(Sum one, Sum other) {
        return new Sum(one.framework(), one.tally().merge(other.tally()));
    }

    /** How many records can never count. */
    public int parked() {
        return refused.size() + unreadable;
    }

    /** All that were added or taken back. */
    public long answers() {
        return moves.values().stream().mapToLong(MoveCount::all).sum();
    }

    public MoveCount moves(String round) {
        return moves.getOrDefault(round, MoveCount.NONE);
    }
}
