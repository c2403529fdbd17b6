package org.prongsai.scoring.recount;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.prongsai.messaging.LogFindings;
import org.prongsai.scoring.tally.Sum;
import org.prongsai.scoring.tally.TallyKey;

/**
 * What the whole log comes to.
 *
 * @param ids of the answers, by round
 * @param parked a sentence for each record that can never count
 * @param repeated records that were sent more than once
 */
record LogCount(Map<TallyKey, Sum> sums, Map<String, Ids> ids, List<String> parked, long repeated) {

    static LogCount of(List<Counted> shares, LogFindings findings) {
        var sums = new HashMap<TallyKey, Sum>();
        var ids = new HashMap<String, Ids>();
        for (var share : shares) {
            share.sums().forEach((key, sum) -> sums.merge(key, sum, LogCount::together));
            share.ids().forEach((round, some) -> ids.merge(round, new Ids().and(some), Ids::and));
        }
        var refused = shares.stream().flatMap(share -> share.refused().stream());
        return new LogCount(
                sums,
                ids,
                Stream.concat(findings.unreadable().stream(), refused).toList(),
                findings.repeated());
    }

    /** Of a unit whose answers lie in several partitions, which no relay does. */
    private static Sum together(Sum one, Sum other) {
        return new Sum(one.framework(), one.tally().merge(other.tally()));
    }

    Ids ids(String round) {
        return ids.getOrDefault(round, new Ids());
    }
}
