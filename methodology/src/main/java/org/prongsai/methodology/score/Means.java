package org.prongsai.methodology.score;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Indicator;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.score.Explanation.Fact;
import org.prongsai.methodology.score.Explanation.Kind;
import org.prongsai.methodology.score.Explanation.Rule;

/**
 * What follows from published indicators alone: instruments, total and level. How many answered is not known, so neither the sample rule
 * nor a sampling error can be applied.
 *
 * @param instruments rounded scores, by instrument; one without all its indicators is missing
 * @param exact the total before it was rounded, empty where an instrument is missing
 */
public record Means(
        Map<String, BigDecimal> instruments,
        Optional<Ratio> exact,
        Optional<BigDecimal> total,
        Optional<Grade> level,
        Explanation explanation) {

    public static Means of(Framework framework, Map<String, Ratio> indicators) {
        int places = framework.rounding().places();
        var explained = framework.instruments().stream()
                .map(instrument -> of(instrument, indicators, places))
                .toList();
        var explanation = new Explanation(Kind.TOTAL, "total", Map.of(), Rule.WEIGHTED_SUM, null, List.of(), explained)
                .computed(places);
        var scores = new LinkedHashMap<String, BigDecimal>();
        for (var each : explained) if (each.score() != null) scores.put(each.code(), each.score());
        var total = Optional.ofNullable(explanation.score());
        var level = total.map(rounded -> framework.level(rounded, scores.values()))
                .map(reached -> new Grade(reached.code(), reached.title()));
        return new Means(scores, Optional.ofNullable(explanation.exact()), total, level, explanation);
    }

    private static Explanation of(Instrument instrument, Map<String, Ratio> indicators, int places) {
        var children = instrument.indicators().stream()
                .map(each -> of(each, indicators.get(each.code()), places))
                .toList();
        var weight = Ratio.of(instrument.weight());
        return new Explanation(
                        Kind.INSTRUMENT,
                        instrument.code(),
                        instrument.title(),
                        Rule.MEAN_OF_ALL,
                        weight,
                        List.of(),
                        children)
                .computed(places);
    }

    private static Explanation of(Indicator indicator, @Nullable Ratio published, int places) {
        var fact = new Fact(published == null ? "indicator-missing" : "published-sums", Map.of());
        return Explanation.given(
                Kind.INDICATOR, indicator.code(), indicator.title(), null, published, List.of(fact), places);
    }
}
