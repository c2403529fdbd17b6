package org.prongsai.methodology.score;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.prongsai.methodology.form.Question;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Option;
import org.prongsai.methodology.tally.Tally;

/**
 * How many points the total (0–100) would gain if one item alone came to its best: all its answers the best one, or its mark the
 * best one. What was answered by too few to show an item's answers is left out, since the gain would tell them.
 */
public record Lift(String item, String instrument, BigDecimal totalPoints) {
    private static final Comparator<Lift> MOST_FIRST =
            Comparator.comparing(Lift::totalPoints).reversed();

    /** What would lift this unit, most first; items at their best are no lift, and without a total nothing lifts it. */
    public static List<Lift> of(Evidence evidence) {
        if (Scorecard.of(evidence).total() == null) return List.of();
        return evidence.framework().instruments().stream()
                .flatMap(instrument -> gains(evidence, instrument).entrySet().stream()
                        .filter(gain -> gain.getValue().compareTo(Ratio.ZERO) > 0)
                        .map(gain -> of(evidence, instrument, gain)))
                .sorted(MOST_FIRST)
                .toList();
    }

    private static Lift of(Evidence evidence, Instrument instrument, Map.Entry<String, Ratio> gain) {
        var points = gain.getValue().times(Ratio.of(instrument.weight()));
        return new Lift(
                gain.getKey(),
                instrument.code(),
                points.rounded(evidence.framework().rounding().places()));
    }

    /** Points of the instrument by item. */
    private static Map<String, Ratio> gains(Evidence evidence, Instrument instrument) {
        if (instrument.marked()) return marked(evidence, instrument);
        // Below the minimum better answers change nothing: more of them would.
        if (Judged.of(evidence, instrument).zeroed()) return Map.of();
        var surveyed = Judged.surveyed(evidence, instrument);
        var gains = new TreeMap<String, Ratio>();
        boolean shown = surveyed.counted().stream()
                .allMatch(part -> Visibility.of(part.responses(), evidence.k()).showsOptions());
        if (!shown) return gains;
        for (var part : surveyed.counted())
            if (part.tally() != null) add(gains, part.tally(), surveyed.weights(part, part.tally()));
        return gains;
    }

    private static void add(Map<String, Ratio> gains, Tally tally, Map<Integer, Ratio> weights) {
        weights.forEach((q, weight) -> {
            var question = tally.form().questions().get(q);
            var missing = best(question).plus(Ratio.of(-tally.sum(q), tally.valued(q)));
            gains.merge(question.item(), missing.times(weight), Ratio::plus);
        });
    }

    private static Ratio best(Question question) {
        return Ratio.of((long) Collections.max(values(question.options().stream())));
    }

    private static List<Integer> values(Stream<Option> options) {
        return options.map(Option::value).filter(Objects::nonNull).toList();
    }

    private static Map<String, Ratio> marked(Evidence evidence, Instrument instrument) {
        var gains = new TreeMap<String, Ratio>();
        long best = Collections.max(instrument.marks());
        long range = best - Collections.min(instrument.marks());
        for (var worth : Worth.of(evidence.framework())) {
            var mark = evidence.marks().get(worth.item().code());
            if (mark == null || !worth.instrument().equals(instrument)) continue;
            gains.put(worth.item().code(), worth.instrumentPoints().times(Ratio.of(best - mark, range)));
        }
        return gains;
    }
}
