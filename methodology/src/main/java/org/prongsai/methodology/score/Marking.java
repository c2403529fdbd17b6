package org.prongsai.methodology.score;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.prongsai.methodology.framework.Indicator;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Item;

/**
 * A marked instrument: the mean of its indicators, each the mean of its sub-indicators; an item not yet marked
 * leaves what it belongs to without score.
 */
record Marking(Instrument instrument, Map<String, Integer> marks) {

    Outcome outcome() {
        instrument.items().forEach(this::check);
        var indicators = new TreeMap<String, Ratio>();
        var subIndicators = new TreeMap<String, Ratio>();
        for (var indicator : instrument.indicators()) {
            of(indicator).ifPresent(score -> indicators.put(indicator.code(), score));
            for (var sub : indicator.subIndicators())
                of(sub.items()).ifPresent(score -> subIndicators.put(sub.code(), score));
        }
        return new Outcome(instrument, indicators, subIndicators, List.of(), Uncertainty.EXACT);
    }

    private void check(Item item) {
        var mark = marks.get(item.code());
        if (mark != null && !instrument.marks().contains(mark))
            throw new IllegalArgumentException(
                    "item %s marked %d, which is none of %s".formatted(item.code(), mark, instrument.marks()));
    }

    long marked() {
        return instrument.items().stream()
                .filter(item -> marks.containsKey(item.code()))
                .count();
    }

    private Optional<Ratio> of(Indicator indicator) {
        return mean(indicator.groups().stream().map(this::of).toList());
    }

    private Optional<Ratio> of(List<Item> items) {
        return mean(items.stream()
                .map(item -> Optional.ofNullable(marks.get(item.code())).map(mark -> Ratio.of((long) mark)))
                .toList());
    }

    private static Optional<Ratio> mean(List<Optional<Ratio>> all) {
        if (all.stream().anyMatch(Optional::isEmpty)) return Optional.empty();
        return all.stream().map(Optional::orElseThrow).reduce(Ratio::plus).map(sum -> sum.over(all.size()));
    }
}
