package org.prongsai.scoring.score;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Item;
import org.prongsai.methodology.score.Remark;

/**
 * The marks that count now, with those that were never given: null until the window ends, then the framework's mark for
 * what was not filed. A unit none of whose items was marked has no data, which is not the same as having filed nothing.
 *
 * @param due when the answer changes by itself
 * @param ended the end of the window that filled something in: a clock that went back makes it open again
 */
record Marks(Map<String, Integer> counted, List<Remark> remarks, Optional<Instant> due, Optional<Instant> ended) {

    static Marks of(Framework framework, Map<String, Integer> given, Optional<Instant> until, Instant now) {
        var counted = new HashMap<String, Integer>();
        var remarks = new ArrayList<Remark>();
        leftOut(framework, given).ifPresent(remarks::add);
        boolean waiting = false;
        boolean filled = false;
        for (var instrument : framework.instruments()) {
            if (!instrument.marked()) continue;
            var missing = missing(instrument, given, counted);
            if (missing.isEmpty() || missing.size() == instrument.items().size()) continue;
            waiting |= !over(until, now);
            filled |= over(until, now);
            if (over(until, now)) fill(instrument, missing, counted, remarks);
        }
        return new Marks(counted, remarks, waiting ? until : Optional.empty(), filled ? until : Optional.empty());
    }

    /**
     * Marks of items that this framework does not know, or that are none of its marks: they count again if the round
     * moves to a version that knows them.
     */
    private static Optional<Remark> leftOut(Framework framework, Map<String, Integer> given) {
        var marked = framework.instruments().stream().filter(Instrument::marked).toList();
        var allowed = marked.stream().map(Allowed::of).toList();
        long strange = given.entrySet().stream()
                .filter(mark -> allowed.stream().noneMatch(each -> each.is(mark.getKey(), mark.getValue())))
                .count();
        return marked.stream()
                .filter(_ -> strange > 0)
                .findFirst()
                .map(first -> new Remark(first.code(), null, "marks-left-out", 0L, strange));
    }

    private record Allowed(Set<String> items, List<Integer> marks) {
        static Allowed of(Instrument instrument) {
            return new Allowed(
                    instrument.items().stream().map(Item::code).collect(Collectors.toSet()), instrument.marks());
        }

        boolean is(String item, Integer mark) {
            return marks.contains(mark) && items.contains(item);
        }
    }

    private static boolean over(Optional<Instant> until, Instant now) {
        return until.filter(end -> !now.isBefore(end)).isPresent();
    }

    private static List<String> missing(Instrument instrument, Map<String, Integer> given, Map<String, Integer> into) {
        var all = instrument.items().stream().map(Item::code).toList();
        all.forEach(item -> put(item, given.get(item), instrument, into));
        return all.stream().filter(item -> !into.containsKey(item)).toList();
    }

    private static void put(String item, @Nullable Integer mark, Instrument instrument, Map<String, Integer> into) {
        if (mark != null && instrument.marks().contains(mark)) into.put(item, mark);
    }

    private static void fill(
            Instrument instrument, List<String> missing, Map<String, Integer> counted, List<Remark> remarks) {
        var unfiled = instrument.unfiled();
        if (unfiled == null) return;
        missing.forEach(item -> counted.put(item, unfiled));
        remarks.add(new Remark(instrument.code(), null, "unfiled", null, (long) missing.size()));
    }
}
