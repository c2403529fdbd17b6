package org.prongsai.methodology.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.BelowMinimum;
import org.prongsai.methodology.framework.Indicator;
import org.prongsai.methodology.framework.Instrument;

/** An instrument's outcome held against the sample rule: what of it may stand, and why the rest may not. */
record Judged(
        Outcome outcome,
        Adequacy adequacy,
        @Nullable Integer minimum,
        @Nullable Integer population,
        BelowMinimum rule,
        int places) {

    static Surveyed surveyed(Evidence evidence, Instrument instrument) {
        return new Surveyed(
                instrument,
                evidence.of(instrument),
                evidence.k(),
                evidence.population().get(instrument.code()));
    }

    static Judged of(Evidence evidence, Instrument instrument) {
        var framework = evidence.framework();
        int places = framework.rounding().places();
        if (instrument.marked()) {
            var marking = new Marking(instrument, evidence.marks());
            var adequacy = Adequacy.of(marking.marked(), instrument.items().size());
            return new Judged(marking.outcome(), adequacy, null, null, framework.belowMinimum(), places);
        }
        var population = evidence.population().get(instrument.code());
        var outcome = surveyed(evidence, instrument).outcome();
        int minimum = framework.sampleRule().minimum(population);
        var adequacy = Adequacy.of(outcome.responses(), minimum);
        return new Judged(outcome, adequacy, minimum, population, framework.belowMinimum(), places);
    }

    private boolean belowMinimum() {
        return minimum != null && adequacy == Adequacy.INSUFFICIENT;
    }

    boolean hidden() {
        return belowMinimum() && rule == BelowMinimum.NO_SCORE;
    }

    boolean zeroed() {
        return belowMinimum() && rule == BelowMinimum.ZERO;
    }

    /** The exact score, where one may stand. */
    Optional<Ratio> score() {
        if (zeroed()) return Optional.of(Ratio.ZERO);
        return hidden() ? Optional.empty() : outcome.score();
    }

    Uncertainty uncertainty() {
        return zeroed() ? Uncertainty.RULED : outcome.uncertainty();
    }

    InstrumentScore shown() {
        var instrument = outcome.instrument();
        var estimate = score().map(score -> Estimate.of(score, uncertainty(), places));
        return new InstrumentScore(
                instrument.code(),
                instrument.weight(),
                estimate.map(Estimate::score).orElse(null),
                estimate.map(Estimate::standardError).orElse(null),
                estimate.map(Estimate::interval).orElse(null),
                estimate.map(Estimate::spread).orElse(Spread.UNKNOWN),
                instrument.marked() ? null : outcome.responses(),
                minimum,
                adequacy,
                outcome.pieces().stream().map(this::shown).toList());
    }

    private PartScore shown(Outcome.Piece piece) {
        var score = piece.score().filter(_ -> !hidden()).map(each -> each.rounded(places));
        return new PartScore(piece.code(), piece.responses(), score.orElse(null), piece.counted());
    }

    List<IndicatorScore> indicators() {
        return outcome.instrument().indicators().stream().map(this::shown).toList();
    }

    private IndicatorScore shown(Indicator indicator) {
        var score = Optional.ofNullable(outcome.indicators().get(indicator.code()))
                .filter(_ -> !hidden())
                .map(each -> each.rounded(places));
        return new IndicatorScore(indicator.code(), outcome.instrument().code(), score.orElse(null));
    }

    List<SubIndicatorScore> subIndicators() {
        if (!outcome.instrument().marked()) return List.of();
        return outcome.instrument().indicators().stream()
                .flatMap(indicator -> indicator.subIndicators().stream()
                        .map(sub -> new SubIndicatorScore(
                                sub.code(),
                                indicator.code(),
                                outcome.instrument().code(),
                                rounded(sub.code()))))
                .toList();
    }

    private @Nullable BigDecimal rounded(String subIndicator) {
        var score = outcome.subIndicators().get(subIndicator);
        return score == null ? null : score.rounded(places);
    }

    List<Remark> remarks() {
        var remarks = new ArrayList<Remark>();
        var code = outcome.instrument().code();
        if (adequacy == Adequacy.NO_DATA) remarks.add(new Remark(code, null, "no-data", null, null));
        if (belowMinimum()) remarks.add(new Remark(code, null, "below-minimum", (long) needed(), outcome.responses()));
        if (population != null && outcome.responses() > population)
            remarks.add(
                    new Remark(code, null, "more-answers-than-people", population.longValue(), outcome.responses()));
        if (minimum == null && adequacy == Adequacy.INSUFFICIENT)
            remarks.add(new Remark(code, null, "not-all-marked", null, null));
        for (var piece : outcome.pieces())
            if (!piece.counted())
                remarks.add(new Remark(code, piece.code(), "part-below-k", (long) piece.needed(), piece.responses()));
        if (minimum != null
                && outcome.pieces().stream().anyMatch(Outcome.Piece::counted)
                && outcome.score().isEmpty()) remarks.add(new Remark(code, null, "indicator-empty", null, null));
        return remarks;
    }

    private int needed() {
        return minimum == null ? 0 : minimum;
    }
}
