package org.prongsai.methodology.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Framework;

/**
 * A unit's scores as people see them: every instrument and indicator of the framework, null where there is
 * nothing to say, and why.
 */
public record Scorecard(
        Adequacy adequacy,
        @Nullable Estimate total,
        @Nullable Grade level,
        List<InstrumentScore> instruments,
        List<IndicatorScore> indicators,
        List<SubIndicatorScore> subIndicators,
        List<Remark> remarks) {

    public static Scorecard of(Evidence evidence) {
        var framework = evidence.framework();
        var judged = framework.instruments().stream()
                .map(instrument -> Judged.of(evidence, instrument))
                .toList();
        var total = total(framework, judged);
        var instruments = judged.stream().map(Judged::shown).toList();
        return new Scorecard(
                Adequacy.worst(judged.stream().map(Judged::adequacy).toList()),
                total.orElse(null),
                total.map(each -> level(framework, each, instruments)).orElse(null),
                instruments,
                judged.stream().flatMap(each -> each.indicators().stream()).toList(),
                judged.stream().flatMap(each -> each.subIndicators().stream()).toList(),
                judged.stream().flatMap(each -> each.remarks().stream()).toList());
    }

    /** The weighted sum of the exact scores, rounded once; none where one is missing. */
    private static Optional<Estimate> total(Framework framework, List<Judged> judged) {
        if (judged.stream().anyMatch(each -> each.score().isEmpty())) return Optional.empty();
        var sum = judged.stream()
                .map(each -> weight(each).times(each.score().orElseThrow()))
                .reduce(Ratio.ZERO, Ratio::plus);
        var uncertainty = Uncertainty.sum(judged.stream()
                .map(each -> each.uncertainty().weighted(weight(each).approximate()))
                .toList());
        return Optional.of(Estimate.of(sum, uncertainty, framework.rounding().places()));
    }

    private static Ratio weight(Judged judged) {
        return Ratio.of(judged.outcome().instrument().weight());
    }

    private static Grade level(Framework framework, Estimate total, List<InstrumentScore> instruments) {
        List<BigDecimal> scores = instruments.stream()
                .map(InstrumentScore::score)
                .filter(Objects::nonNull)
                .toList();
        var level = framework.level(total.score(), scores);
        return new Grade(level.code(), level.title());
    }
}
