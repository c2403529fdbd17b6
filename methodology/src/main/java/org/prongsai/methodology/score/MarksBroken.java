package org.prongsai.methodology.score;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Indicator;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Item;
import org.prongsai.methodology.framework.SubIndicator;
import org.prongsai.methodology.score.Breakdown.Piece;
import org.prongsai.methodology.score.Breakdown.Points;
import org.prongsai.methodology.score.Explanation.Kind;

/** Breaks a marked instrument down to its items, each with its mark and what it is worth. */
record MarksBroken(Evidence evidence, Set<String> unfiled) {

    Breakdown of(Instrument instrument) {
        var judged = Judged.of(evidence, instrument);
        var shown = judged.shown();
        var stakes = Worth.of(evidence.framework()).stream()
                .map(each -> Stake.of(each, places()))
                .collect(Collectors.toMap(Stake::item, Function.identity()));
        var outcome = judged.outcome();
        var indicators = instrument.indicators().stream()
                .map(each -> indicator(each, outcome, stakes))
                .toList();
        return new Breakdown(
                instrument.code(),
                instrument.title(),
                instrument.weight(),
                shown.score(),
                null,
                null,
                null,
                shown.adequacy(),
                List.of(),
                indicators);
    }

    private int places() {
        return evidence.framework().rounding().places();
    }

    private Piece indicator(Indicator of, Outcome outcome, Map<String, Stake> stakes) {
        var children = of.subIndicators().isEmpty()
                ? items(of.items(), stakes)
                : of.subIndicators().stream()
                        .map(sub -> group(sub, outcome, stakes))
                        .toList();
        return piece(Kind.INDICATOR, of.code(), of.title(), outcome.indicators().get(of.code()), children);
    }

    private Piece group(SubIndicator of, Outcome outcome, Map<String, Stake> stakes) {
        var exact = outcome.subIndicators().get(of.code());
        return piece(Kind.SUB_INDICATOR, of.code(), of.title(), exact, items(of.items(), stakes));
    }

    private Piece piece(
            Kind kind, String code, Map<String, String> title, @Nullable Ratio exact, List<Piece> children) {
        var score = exact == null ? null : exact.rounded(places());
        return new Piece(kind, code, title, score, exact, null, false, null, List.of(), children);
    }

    private List<Piece> items(List<Item> items, Map<String, Stake> stakes) {
        return items.stream().map(item -> item(item, stakes.get(item.code()))).toList();
    }

    private Piece item(Item of, @Nullable Stake stake) {
        var mark = evidence.marks().get(of.code());
        var points = stake == null ? null : new Points(stake.instrumentPoints(), stake.totalPoints());
        var exact = mark == null ? null : Ratio.of((long) mark);
        var score = exact == null ? null : exact.rounded(places());
        boolean missing = unfiled.contains(of.code());
        return new Piece(Kind.ITEM, of.code(), of.text(), score, exact, null, missing, points, List.of(), List.of());
    }
}
