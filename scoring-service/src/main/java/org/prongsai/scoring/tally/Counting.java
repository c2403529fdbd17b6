package org.prongsai.scoring.tally;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.contracts.assessment.ResponsesReleased.Answered;
import org.prongsai.messaging.Refused;
import org.prongsai.messaging.Told;
import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.tally.Tally;
import org.prongsai.scoring.framework.Edition;
import org.prongsai.scoring.score.Claim;
import org.prongsai.scoring.score.Unit;

/** What releases make of the tallies, told in their order: each release counts whole or, with a reason, not at all. */
public final class Counting {

    private final Map<String, Edition> editions;
    private final Map<TallyKey, Sum> before = new HashMap<>();
    private final Set<TallyKey> damaged = new HashSet<>();
    private final Map<TallyKey, Sum> sums = new LinkedHashMap<>();
    private final Set<Unit> units = new HashSet<>();
    private final List<Refused> refused = new ArrayList<>();

    private Counting(Map<String, Edition> editions, Collection<KeptTally> before) {
        this.editions = editions;
        before.forEach(this::read);
    }

    /** From nothing on. */
    public static Counting from(Map<String, Edition> editions) {
        return new Counting(editions, List.of());
    }

    static Counting of(List<Told> batch, Map<String, Edition> editions, Collection<KeptTally> before) {
        var counting = new Counting(editions, before);
        batch.forEach(counting::take);
        return counting;
    }

    static List<ResponsesReleased> releases(List<Told> batch) {
        return batch.stream().map(Counting::release).toList();
    }

    private static ResponsesReleased release(Told told) {
        return (ResponsesReleased) told.event();
    }

    /** That somebody has been at a kept tally is no fault of the answers that come. */
    private void read(KeptTally kept) {
        try {
            var form = form(kept.framework(), kept.key());
            before.put(kept.key(), new Sum(kept.framework(), kept.tally(form)));
        } catch (RuntimeException unreadable) {
            damaged.add(kept.key());
        }
    }

    public void take(Told told) {
        var release = release(told);
        var fault = Claim.fault(told, release.agency(), release.round());
        if (fault.isPresent()) refused.add(new Refused(told, fault.get()));
        else if (damaged.contains(TallyKey.of(release)))
            units.add(TallyKey.of(release).unit());
        else count(told, release);
    }

    private void count(Told told, ResponsesReleased release) {
        try {
            var sum = sum(release);
            sums.put(TallyKey.of(release), new Sum(sum.framework(), moved(sum.tally(), release)));
            units.add(TallyKey.of(release).unit());
        } catch (IllegalArgumentException impossible) {
            refused.add(new Refused(told, String.valueOf(impossible.getMessage())));
        }
    }

    /** A reason is written down where no answer and no count may be: so it says no more than what kind of fault it is. */
    private static Tally moved(Tally tally, ResponsesReleased release) {
        Tally more;
        try {
            more = tally.plusAll(answers(release.added()));
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("it holds answers to other questions, or options that there are not");
        }
        try {
            return more.minusAll(answers(release.withdrawn()));
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("it takes back answers that were not counted");
        }
    }

    /** Versions of a framework that differ in words only share a form, and so a tally. */
    private Sum sum(ResponsesReleased release) {
        var key = TallyKey.of(release);
        var form = form(release.framework(), key);
        var sum = sums.get(key);
        if (sum == null) sum = before.getOrDefault(key, new Sum(release.framework(), Tally.empty(form)));
        if (!sum.tally().form().equals(form))
            throw new IllegalArgumentException(
                    "answers to %s beside answers to %s".formatted(release.framework(), sum.framework()));
        return sum;
    }

    private Form form(String framework, TallyKey key) {
        var edition = editions.get(framework);
        var form = edition == null ? null : edition.form(key.instrument(), key.part());
        if (form == null)
            throw new IllegalArgumentException(
                    "%s has no survey %s with a part %s".formatted(framework, key.instrument(), key.part()));
        return form;
    }

    private static List<Map<String, String>> answers(List<Answered> all) {
        return all.stream().map(Answered::answers).toList();
    }

    /** Tallies that are other ones now, each under the version that it began with. */
    List<KeptTally> changed() {
        return sums.entrySet().stream()
                .map(each -> KeptTally.of(each.getKey(), each.getValue()))
                .toList();
    }

    /** The same, not written out. */
    public Map<TallyKey, Sum> sums() {
        return Collections.unmodifiableMap(sums);
    }

    /** Of whom answers came, those included whose kept tally cannot be read: only a rebuild counts these answers. */
    Set<Unit> units() {
        return units;
    }

    public List<Refused> refused() {
        return refused;
    }
}
