package org.prongsai.scoring.recount;

import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.tally.Tally;
import org.prongsai.scoring.framework.Edition;
import org.prongsai.scoring.score.Unit;
import org.prongsai.scoring.tally.KeptTally;
import org.prongsai.scoring.tally.Sum;
import org.prongsai.scoring.tally.TallyKey;

/** Holds the tallies that are kept against those of the log, one after the other in the order of their public lines. */
final class TallyCheck {
    private static final Comparator<TallyKey> ORDER =
            Comparator.comparing(TallyKey::round).thenComparing(TallyCheck::beginning);

    private final NavigableMap<TallyKey, Sum> recounted = new TreeMap<>(ORDER);
    private final Map<String, Edition> editions;
    private final Differences differences;
    private final Set<Survey> few;
    private final Map<String, RoundDigest> digests = new TreeMap<>();

    /** A unit's survey, in all its parts. */
    private record Survey(Unit unit, String instrument) {
        static Survey of(TallyKey key) {
            return new Survey(key.unit(), key.instrument());
        }
    }

    TallyCheck(Map<TallyKey, Sum> recounted, Map<String, Edition> editions, Differences differences) {
        this.recounted.putAll(recounted);
        this.editions = editions;
        this.differences = differences;
        this.few = recounted.entrySet().stream()
                .filter(each -> TallyLines.few(each.getValue().tally().respondents()))
                .map(each -> Survey.of(each.getKey()))
                .collect(Collectors.toSet());
    }

    /** How each public line of a tally begins. */
    private static String beginning(TallyKey key) {
        return key.agency() + "," + key.instrument() + "," + key.part() + ",";
    }

    void live(KeptTally live) {
        while (!recounted.isEmpty() && ORDER.compare(recounted.firstKey(), live.key()) < 0) notKept();
        var sum = recounted.remove(live.key());
        if (sum == null) check(live.key(), null, live);
        else check(live.key(), sum, live);
    }

    /** To be called behind the last one that is kept. */
    void end() {
        while (!recounted.isEmpty()) notKept();
    }

    private void notKept() {
        var first = recounted.pollFirstEntry();
        check(first.getKey(), first.getValue(), null);
    }

    private void check(TallyKey key, @Nullable Sum sum, @Nullable KeptTally live) {
        var counted = sum == null ? null : KeptTally.of(key, sum);
        boolean same = live != null && live.equals(counted);
        if (!same) differences.add(TallyLines.compare(key, counted, live, few.contains(Survey.of(key))));
        var tally = sum == null ? null : sum.tally();
        digests.computeIfAbsent(key.round(), _ -> new RoundDigest()).add(key, tally, same ? tally : read(live));
    }

    /** Null where it cannot be read: then it differs anyway, and none of its lines is a count. */
    private @Nullable Tally read(@Nullable KeptTally live) {
        var edition = live == null ? null : editions.get(live.framework());
        var form = live == null || edition == null
                ? null
                : edition.form(live.key().instrument(), live.key().part());
        if (live == null || form == null) return null;
        try {
            return Tally.parse(form, live.body());
        } catch (IllegalArgumentException damaged) {
            return null;
        }
    }

    /** By round. */
    Map<String, RoundDigest> digests() {
        return digests;
    }
}
