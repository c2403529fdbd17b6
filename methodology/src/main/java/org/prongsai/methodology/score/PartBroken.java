package org.prongsai.methodology.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Indicator;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Item;
import org.prongsai.methodology.framework.Option;
import org.prongsai.methodology.framework.SubIndicator;
import org.prongsai.methodology.framework.SubItem;
import org.prongsai.methodology.score.Breakdown.Choice;
import org.prongsai.methodology.score.Breakdown.Cover;
import org.prongsai.methodology.score.Breakdown.Piece;
import org.prongsai.methodology.score.Explanation.Kind;
import org.prongsai.methodology.tally.Tally;

/**
 * One part of a survey from its indicators down to its options.
 *
 * @param indicators why indicators are kept back, null where they are shown
 * @param items why everything below them is
 */
record PartBroken(
        Measured part,
        int places,
        @Nullable Cover indicators,
        @Nullable Cover items) {

    List<Piece> of(Instrument instrument) {
        return instrument.indicators().stream().map(this::indicator).toList();
    }

    private Piece indicator(Indicator of) {
        var children = of.subIndicators().isEmpty()
                ? of.items().stream().map(this::item).toList()
                : of.subIndicators().stream().map(this::group).toList();
        var exact = Optional.ofNullable(part.indicators().get(of.code()));
        return piece(Kind.INDICATOR, of.code(), of.title(), exact, indicators, List.of(), children);
    }

    private Piece group(SubIndicator of) {
        var children = of.items().stream().map(this::item).toList();
        var exact = tally().flatMap(tally -> Shares.of(of, tally).mean(tally));
        return piece(Kind.SUB_INDICATOR, of.code(), of.title(), exact, items, List.of(), children);
    }

    private Piece item(Item of) {
        if (of.subItems().isEmpty()) return question(Kind.ITEM, of.code(), of.text(), of.options());
        var children = of.subItems().stream().map(this::subItem).toList();
        var exact = tally().flatMap(tally -> Shares.of(of, tally).mean(tally));
        return piece(Kind.ITEM, of.code(), of.text(), exact, items, List.of(), children);
    }

    private Piece subItem(SubItem of) {
        return question(Kind.SUB_ITEM, of.code(), of.text(), of.options());
    }

    private Piece question(Kind kind, String code, Map<String, String> text, List<Option> options) {
        var exact = tally().flatMap(tally -> Shares.of(code, tally).mean(tally));
        var choices = IntStream.range(0, options.size())
                .mapToObj(place -> choice(options.get(place), code, place))
                .toList();
        return piece(kind, code, text, exact, items, choices, List.of());
    }

    private Choice choice(Option of, String question, int place) {
        var tally = items == null ? tally().orElse(null) : null;
        if (tally == null) return new Choice(of.code(), of.label(), of.value(), null, null);
        int q = tally.form().position(question);
        long count = tally.count(q, place);
        return new Choice(of.code(), of.label(), of.value(), count, percent(count, tally.answered(q)));
    }

    private @Nullable BigDecimal percent(long count, long all) {
        return all == 0 ? null : Ratio.of(100 * count, all).rounded(places);
    }

    private Optional<Tally> tally() {
        return Optional.ofNullable(part.tally());
    }

    private Piece piece(
            Kind kind,
            String code,
            Map<String, String> title,
            Optional<Ratio> found,
            @Nullable Cover hidden,
            List<Choice> options,
            List<Piece> children) {
        var exact = hidden == null ? found.orElse(null) : null;
        var score = exact == null ? null : exact.rounded(places);
        return new Piece(kind, code, title, score, exact, hidden, false, null, options, children);
    }
}
