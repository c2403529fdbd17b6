package org.prongsai.scoring.replay;

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
 * @param ids of the answers, by round
 * @param refused releases that can never count
 * @param unreadable how many other records can never count
 * @param repeated records that were sent more than once
 */
public record LogCount(
        Map<TallyKey, Sum> sums, Map<String, Ids> ids, List<Refused> refused, int unreadable, long repeated) {

    static LogCount of(List<Counted> shares, LogFindings findings) {
        var sums = new HashMap<TallyKey, Sum>();
        var ids = new HashMap<String, Ids>();
        for (var share : shares) {
            share.sums().forEach((key, sum) -> sums.merge(key, sum, LogCount::together));
            share.ids().forEach((round, some) -> ids.merge(round, new Ids().and(some), Ids::and));
        }
        var refused = shares.stream().flatMap(share -> share.refused().stream()).toList();
        return new LogCount(sums, ids, refused, findings.unreadable().size(), findings.repeated());
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
        return ids.values().stream()
                .mapToLong(each -> each.added() + each.withdrawn())
                .sum();
    }

    public Ids ids(String round) {
        return ids.getOrDefault(round, new Ids());
    }
}
