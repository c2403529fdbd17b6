package org.prongsai.methodology.score;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Indicator;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Item;
import org.prongsai.methodology.framework.Option;
import org.prongsai.methodology.framework.SubItem;

/**
 * What an item is worth, exactly: how far the instrument (0–100) and the total (0–100) move between its worst and its best
 * value, if everything is answered and marked.
 */
public record Worth(Item item, Instrument instrument, Ratio instrumentPoints, Ratio totalPoints) {

    /** Of every item, in the framework's order. */
    public static List<Worth> of(Framework framework) {
        return framework.instruments().stream().flatMap(Worth::of).toList();
    }

    private static Stream<Worth> of(Instrument instrument) {
        return instrument.indicators().stream().flatMap(indicator -> of(instrument, indicator));
    }

    private static Stream<Worth> of(Instrument instrument, Indicator indicator) {
        var groups = indicator.groups();
        var share = Ratio.ONE.over(instrument.indicators().size()).over(groups.size());
        return groups.stream()
                .flatMap(group -> group.stream().map(item -> of(instrument, item, share.over(group.size()))));
    }

    private static Worth of(Instrument instrument, Item item, Ratio share) {
        var points = share.times(instrument.marked() ? range(instrument.marks()) : range(item));
        return new Worth(item, instrument, points, points.times(Ratio.of(instrument.weight())));
    }

    /** What one of the item's sub-items moves the total by. */
    public Ratio totalPointsOf(SubItem sub) {
        var all = range(item);
        if (all.equals(Ratio.ZERO)) return Ratio.ZERO;
        return totalPoints
                .times(range(values(sub.options())).over(item.subItems().size()))
                .over(all);
    }

    private static Ratio range(Item item) {
        if (item.subItems().isEmpty()) return range(values(item.options()));
        return item.subItems().stream()
                .map(sub -> range(values(sub.options())))
                .reduce(Ratio.ZERO, Ratio::plus)
                .over(item.subItems().size());
    }

    private static List<Integer> values(List<Option> options) {
        return options.stream().map(Option::value).filter(Objects::nonNull).toList();
    }

    private static Ratio range(List<Integer> values) {
        if (values.isEmpty()) return Ratio.ZERO;
        return Ratio.of((long) Collections.max(values) - Collections.min(values));
    }
}
