package org.prongsai.methodology.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.prongsai.methodology.framework.Indicator;
import org.prongsai.methodology.framework.Item;
import org.prongsai.methodology.framework.SubIndicator;
import org.prongsai.methodology.framework.SubItem;
import org.prongsai.methodology.tally.Tally;

/**
 * How much each question weighs in a mean of means, once what nobody gave a value is left out; the shares sum to
 * 1, or there are none.
 */
record Shares(Map<Integer, Ratio> byQuestion) {

    static Shares of(Indicator indicator, Tally tally) {
        return even(indicator.groups().stream().map(group -> even(group.stream().map(item -> of(item, tally)))));
    }

    static Shares of(SubIndicator group, Tally tally) {
        return even(group.items().stream().map(item -> of(item, tally)));
    }

    static Shares of(Item item, Tally tally) {
        if (item.subItems().isEmpty()) return of(item.code(), tally);
        return even(item.subItems().stream().map(SubItem::code).map(sub -> of(sub, tally)));
    }

    /** Of a question by itself. */
    static Shares of(String question, Tally tally) {
        int q = tally.form().position(question);
        return new Shares(tally.valued(q) == 0 ? Map.of() : Map.of(q, Ratio.ONE));
    }

    private static Shares even(Stream<Shares> members) {
        List<Shares> present =
                members.filter(each -> !each.byQuestion.isEmpty()).toList();
        var sum = new TreeMap<Integer, Ratio>();
        for (var each : present) each.addTo(sum, Ratio.of(1, present.size()));
        return new Shares(sum);
    }

    void addTo(Map<Integer, Ratio> sum, Ratio weight) {
        byQuestion.forEach((q, share) -> sum.merge(q, share.times(weight), Ratio::plus));
    }

    /** Empty where nobody gave any of it a value. */
    Optional<Ratio> mean(Tally tally) {
        var parts = new ArrayList<Ratio>();
        byQuestion.forEach((q, share) -> parts.add(share.times(Ratio.of(tally.sum(q), tally.valued(q)))));
        return parts.stream().reduce(Ratio::plus);
    }
}
