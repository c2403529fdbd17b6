package org.prongsai.scoring.subtree;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.scoring.score.LeftOut;

/**
 * Units summed up: only those with a total count, and how many were left out is said, and why.
 *
 * @param reasons of those left out, each unit under one
 * @param levels how many units reached each level of the framework
 * @param histogram totals in steps of five points; the last one ends with 100
 * @param indicators where few of a unit answered, its indicators are not shown and not in these means
 */
public record Summary(
        int units,
        int shown,
        int leftOut,
        Map<String, Integer> reasons,
        Map<String, Integer> levels,
        Distribution totals,
        List<Integer> histogram,
        Map<String, Distribution> instruments,
        Map<String, Mean> indicators) {
    public static final int STEP = 5;
    public static final int STEPS = 20;

    /** @param units how many show the indicator */
    public record Mean(int units, @Nullable BigDecimal mean) {}

    static Summary of(Collection<Member> units, Framework framework) {
        var shown = units.stream().filter(Member::shown).toList();
        var columns = Column.all(framework);
        int places = framework.rounding().places();
        var instruments = new LinkedHashMap<String, Distribution>();
        var indicators = new LinkedHashMap<String, Mean>();
        for (int at = 0; at < columns.size(); at++) {
            var scores = scores(shown, at);
            var code = columns.get(at).code();
            if (columns.get(at).indicator()) indicators.put(code, mean(scores, places));
            else instruments.put(code, Distribution.of(scores, places));
        }
        var totals =
                shown.stream().map(Member::total).map(Objects::requireNonNull).toList();
        return new Summary(
                units.size(),
                shown.size(),
                units.size() - shown.size(),
                reasons(units),
                levels(shown, framework),
                Distribution.of(totals, places),
                histogram(totals),
                instruments,
                indicators);
    }

    static List<BigDecimal> scores(Collection<Member> shown, int column) {
        return shown.stream()
                .map(each -> each.scores().get(column))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Mean mean(List<BigDecimal> scores, int places) {
        return new Mean(scores.size(), Distribution.mean(scores, places).orElse(null));
    }

    private static Map<String, Integer> reasons(Collection<Member> units) {
        var reasons = new LinkedHashMap<String, Integer>();
        LeftOut.codes().forEach(reason -> reasons.put(reason, 0));
        for (var unit : units) if (unit.leftOut() != null) reasons.merge(unit.leftOut(), 1, Integer::sum);
        return reasons;
    }

    private static Map<String, Integer> levels(Collection<Member> shown, Framework framework) {
        var levels = new LinkedHashMap<String, Integer>();
        framework.levels().forEach(level -> levels.put(level.code(), 0));
        for (var unit : shown) if (unit.level() != null) levels.merge(unit.level(), 1, Integer::sum);
        return levels;
    }

    private static List<Integer> histogram(List<BigDecimal> totals) {
        var steps = new int[STEPS];
        for (var total : totals) steps[Math.clamp(total.intValue() / STEP, 0, STEPS - 1)]++;
        return IntStream.of(steps).boxed().toList();
    }
}
