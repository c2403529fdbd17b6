package org.prongsai.methodology.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Indicator;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Item;
import org.prongsai.methodology.framework.Option;
import org.prongsai.methodology.framework.SubIndicator;
import org.prongsai.methodology.framework.SubItem;
import org.prongsai.methodology.score.Explanation.Fact;
import org.prongsai.methodology.score.Explanation.Kind;
import org.prongsai.methodology.score.Explanation.Rule;
import org.prongsai.methodology.tally.Tally;

/** Takes a unit's score apart, from the total down to how many people chose each option and how each item was marked. */
public final class Explaining {
    private final Evidence evidence;
    private final int places;

    private Explaining(Evidence evidence) {
        this.evidence = evidence;
        this.places = evidence.framework().rounding().places();
    }

    /** Every number of the unit's {@link Scorecard}; of a part with fewer than k answers nothing but how many there are. */
    public static Explanation of(Evidence evidence) {
        return new Explaining(evidence).total();
    }

    /**
     * The same as anybody may see it: nothing of a part that was answered by few, nor anything from which it could be
     * worked out.
     */
    public static Explanation shown(Evidence evidence) {
        return Veiling.of(of(evidence), evidence);
    }

    private Explanation total() {
        var instruments = evidence.framework().instruments().stream()
                .map(this::instrument)
                .toList();
        var facts = new Facts(evidence).ofTotal();
        return node(Kind.TOTAL, "total", Map.of(), Rule.WEIGHTED_SUM, null, facts, instruments);
    }

    private Explanation instrument(Instrument of) {
        var judged = Judged.of(evidence, of);
        var facts = new Facts(evidence).of(judged);
        var weight = Ratio.of(of.weight());
        if (judged.hidden())
            return node(Kind.INSTRUMENT, of.code(), of.title(), Rule.NONE_BELOW_MINIMUM, weight, facts, List.of());
        var rule = judged.zeroed() ? Rule.ZERO_BELOW_MINIMUM : Rule.MEAN_OF_ALL;
        var indicators = of.indicators().stream()
                .map(each -> of.marked() ? marked(each) : asked(of, each))
                .toList();
        return node(Kind.INSTRUMENT, of.code(), of.title(), rule, weight, facts, indicators);
    }

    private Explanation marked(Indicator of) {
        var children = of.subIndicators().isEmpty()
                ? of.items().stream().map(this::marked).toList()
                : of.subIndicators().stream().map(this::marked).toList();
        return node(Kind.INDICATOR, of.code(), of.title(), Rule.MEAN_OF_ALL, null, List.of(), children);
    }

    private Explanation marked(SubIndicator of) {
        var items = of.items().stream().map(this::marked).toList();
        return node(Kind.SUB_INDICATOR, of.code(), of.title(), Rule.MEAN_OF_ALL, null, List.of(), items);
    }

    private Explanation marked(Item of) {
        var mark = evidence.marks().get(of.code());
        var facts = mark == null ? List.of(new Fact("not-marked", Map.of())) : List.<Fact>of();
        return leaf(Kind.ITEM, of.code(), of.text(), null, mark, facts);
    }

    private Explanation asked(Instrument instrument, Indicator of) {
        var surveyed = Judged.surveyed(evidence, instrument);
        var parts = surveyed.having(of.code()).stream()
                .map(part -> part(instrument, of, part, surveyed.share(part, of.code())))
                .toList();
        // With a single way of asking there is nothing between an indicator and its items.
        if (instrument.parts().size() == 1 && parts.size() == 1) return parts.getFirst();
        var rule = parts.isEmpty() ? Rule.MEAN_OF_PRESENT : Rule.WEIGHTED_SUM;
        return node(Kind.INDICATOR, of.code(), of.title(), rule, null, List.of(), parts);
    }

    private Explanation part(Instrument instrument, Indicator of, Measured part, Ratio share) {
        boolean only = instrument.parts().size() == 1;
        var kind = only ? Kind.INDICATOR : Kind.PART;
        var code = only ? of.code() : part.part();
        var title =
                only ? of.title() : instrument.part(part.part()).orElseThrow().title();
        var weight = only ? null : share;
        var tally = part.tally();
        if (tally == null)
            return given(kind, code, title, weight, part.indicators().get(of.code()));
        var children = of.subIndicators().isEmpty()
                ? of.items().stream().map(item -> item(item, tally)).toList()
                : of.subIndicators().stream().map(sub -> group(sub, tally)).toList();
        return node(kind, code, title, Rule.MEAN_OF_PRESENT, weight, List.of(), children);
    }

    private Explanation group(SubIndicator of, Tally tally) {
        var items = of.items().stream().map(item -> item(item, tally)).toList();
        return node(Kind.SUB_INDICATOR, of.code(), of.title(), Rule.MEAN_OF_PRESENT, null, List.of(), items);
    }

    private Explanation item(Item of, Tally tally) {
        if (of.subItems().isEmpty()) return question(Kind.ITEM, of.code(), of.text(), tally);
        var subItems = of.subItems().stream().map(sub -> subItem(sub, tally)).toList();
        return node(Kind.ITEM, of.code(), of.text(), Rule.MEAN_OF_PRESENT, null, List.of(), subItems);
    }

    private Explanation subItem(SubItem of, Tally tally) {
        return question(Kind.SUB_ITEM, of.code(), of.text(), tally);
    }

    private Explanation question(Kind kind, String code, Map<String, String> text, Tally tally) {
        int q = tally.form().position(code);
        var options = tally.form().questions().get(q).options();
        var children = IntStream.range(0, options.size())
                .mapToObj(place -> option(options.get(place), tally.count(q, place)))
                .toList();
        var facts = new ArrayList<Fact>();
        if (tally.valued(q) == 0) facts.add(new Fact("no-valued-answer", Map.of()));
        return node(kind, code, text, Rule.MEAN_OF_ANSWERS, null, facts, children);
    }

    private Explanation option(Option of, long count) {
        return leaf(Kind.OPTION, of.code(), of.label(), count, of.value(), List.of());
    }

    private Explanation leaf(
            Kind kind,
            String code,
            Map<String, String> title,
            @Nullable Long count,
            @Nullable Integer value,
            List<Fact> facts) {
        var exact = Optional.ofNullable(value).map(number -> Ratio.of((long) number));
        return new Explanation(
                kind, code, title, Rule.GIVEN, null, count, exact.orElse(null), rounded(exact), null, facts, List.of());
    }

    private Explanation given(
            Kind kind, String code, Map<String, String> title, @Nullable Ratio weight, @Nullable Ratio exact) {
        var facts = List.of(new Fact("published-sums", Map.of()));
        return Explanation.given(kind, code, title, weight, exact, facts, places);
    }

    private Explanation node(
            Kind kind,
            String code,
            Map<String, String> title,
            Rule rule,
            @Nullable Ratio weight,
            List<Fact> facts,
            List<Explanation> children) {
        return new Explanation(kind, code, title, rule, weight, facts, children).computed(places);
    }

    private @Nullable BigDecimal rounded(Optional<Ratio> exact) {
        return exact.map(number -> number.rounded(places)).orElse(null);
    }

    /** The whole tree, from the top. */
    static Stream<Explanation> all(Explanation of) {
        return Stream.concat(Stream.of(of), of.children().stream().flatMap(Explaining::all));
    }
}
