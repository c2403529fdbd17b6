package org.prongsai.methodology.score;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Part;
import org.prongsai.methodology.tally.Tally;

/**
 * A survey: each indicator is the weighted mean of the counted parts that have it, the instrument the mean of its indicators. A part with
 * fewer than k answers counts as none, and its weight goes to the others.
 */
record Surveyed(
        Instrument instrument,
        List<Measured> parts,
        int k,
        @Nullable Integer population) {

    Outcome outcome() {
        var indicators = new TreeMap<String, Ratio>();
        for (var indicator : instrument.indicators())
            mean(indicator.code()).ifPresent(mean -> indicators.put(indicator.code(), mean));
        var pieces = instrument.parts().stream().map(this::piece).toList();
        return new Outcome(instrument, indicators, Map.of(), pieces, uncertainty());
    }

    private Outcome.Piece piece(Part part) {
        var measured = measured(part);
        var score = measured.filter(this::counts).flatMap(each -> Outcome.mean(instrument, each.indicators()));
        return new Outcome.Piece(part.code(), measured.map(Measured::responses).orElse(0L), k, score);
    }

    private Optional<Measured> measured(Part part) {
        return parts.stream().filter(each -> each.part().equals(part.code())).findFirst();
    }

    boolean counts(Measured part) {
        return part.responses() > 0 && part.responses() >= k;
    }

    List<Measured> having(String indicator) {
        return parts.stream()
                .filter(part -> counts(part) && part.indicators().containsKey(indicator))
                .toList();
    }

    Optional<Ratio> mean(String indicator) {
        return having(indicator).stream()
                .map(part -> of(part, indicator).times(share(part, indicator)))
                .reduce(Ratio::plus);
    }

    private static Ratio of(Measured part, String indicator) {
        return Optional.ofNullable(part.indicators().get(indicator)).orElseThrow();
    }

    /** What the part weighs among those that have the indicator. */
    Ratio share(Measured part, String indicator) {
        var sum = having(indicator).stream().map(this::weight).reduce(Ratio.ZERO, Ratio::plus);
        return weight(part).over(sum);
    }

    private Ratio weight(Measured part) {
        return Ratio.of(instrument.part(part.part()).orElseThrow().weight());
    }

    private Uncertainty uncertainty() {
        var counted = counted();
        if (counted.isEmpty()) return Uncertainty.UNKNOWN;
        return Uncertainty.sum(counted.stream().map(this::uncertainty).toList());
    }

    List<Measured> counted() {
        return parts.stream().filter(this::counts).toList();
    }

    Uncertainty uncertainty(Measured part) {
        var tally = part.tally();
        if (tally == null || !tally.pairsKnown()) return Uncertainty.UNKNOWN;
        return new Influence(tally, weights(part, tally)).uncertainty(population);
    }

    /** What each question of this part weighs in the instrument's score. */
    Map<Integer, Ratio> weights(Measured part, Tally tally) {
        var weights = new TreeMap<Integer, Ratio>();
        for (var indicator : instrument.indicators())
            if (part.indicators().containsKey(indicator.code()))
                Shares.of(indicator, tally)
                        .addTo(
                                weights,
                                share(part, indicator.code())
                                        .over(instrument.indicators().size()));
        return weights;
    }
}
