package org.prongsai.scoring.recount;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.tally.CountLines;
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

    private final Map<TallyKey, Sum> recounted;
    private final Deque<TallyKey> awaited;
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

    /**
     * Both tallies of one unit and part.
     *
     * @param counted public lines of the log's
     * @param kept those of the kept one, the same object where both are the same
     */
    record Compared(TallyKey key, List<Difference> differences, List<String> counted, List<String> kept) {}

    TallyCheck(Map<TallyKey, Sum> recounted, Map<String, Edition> editions, Differences differences) {
        this.recounted = recounted;
        this.awaited =
                new ArrayDeque<>(recounted.keySet().stream().sorted(ORDER).toList());
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

    /** Most of the work, and may be asked by several threads. */
    Compared compared(KeptTally live) {
        return compared(live.key(), live);
    }

    private Compared compared(TallyKey key, @Nullable KeptTally live) {
        var sum = recounted.get(key);
        var counted = sum == null ? null : KeptTally.of(key, sum);
        var lines = lines(key, sum == null ? null : sum.tally());
        return live != null && live.equals(counted)
                ? new Compared(key, List.of(), lines, lines)
                : new Compared(
                        key,
                        TallyLines.compare(key, counted, live, few.contains(Survey.of(key))),
                        lines,
                        lines(key, read(live)));
    }

    private static List<String> lines(TallyKey key, @Nullable Tally tally) {
        return tally == null ? List.of() : new CountLines(key.agency(), key.instrument(), key.part()).of(tally);
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

    void live(Compared live) {
        while (!awaited.isEmpty() && ORDER.compare(awaited.getFirst(), live.key()) < 0) notKept();
        if (live.key().equals(awaited.peekFirst())) awaited.removeFirst();
        note(live);
    }

    /** To be called behind the last one that is kept. */
    void end() {
        while (!awaited.isEmpty()) notKept();
    }

    private void notKept() {
        note(compared(awaited.removeFirst(), null));
    }

    private void note(Compared compared) {
        differences.add(compared.differences());
        digests.computeIfAbsent(compared.key().round(), _ -> new RoundDigest())
                .add(compared.counted(), compared.kept());
    }

    /** By round. */
    Map<String, RoundDigest> digests() {
        return digests;
    }
}
