package org.prongsai.methodology.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Level;
import org.prongsai.methodology.score.Explanation.Fact;

/**
 * What is true of a score beside its arithmetic, each with its figures: {@code sample, sampling, standard-error, level,
 * no-total} and the reasons of {@link Remark}.
 */
record Facts(Evidence evidence) {
    private static final int ERROR_PLACES = 4;

    List<Fact> ofTotal() {
        var card = Scorecard.of(evidence);
        var facts = new ArrayList<Fact>();
        if (card.total() == null) return List.of(new Fact("no-total", Map.of()));
        error(
                facts,
                card.total().spread(),
                card.total().standardError(),
                card.total().interval());
        if (card.level() != null) facts.add(level(card.level()));
        return facts;
    }

    private Fact level(Grade grade) {
        var level = evidence.framework().levels().stream()
                .filter(each -> each.code().equals(grade.code()))
                .findFirst()
                .orElseThrow();
        return new Fact("level", figures(level));
    }

    private static Map<String, String> figures(Level level) {
        var figures = new LinkedHashMap<String, String>();
        figures.put("code", level.code());
        level.title().forEach((language, title) -> figures.put("title." + language, title));
        figures.put("totalMin", level.totalMin().toPlainString());
        if (level.everyInstrumentMin() != null)
            figures.put("everyInstrumentMin", level.everyInstrumentMin().toPlainString());
        return figures;
    }

    List<Fact> of(Judged judged) {
        var facts = new ArrayList<Fact>();
        var instrument = judged.outcome().instrument();
        if (!instrument.marked()) {
            sample(facts, judged);
            if (!judged.zeroed() && !judged.hidden())
                Judged.surveyed(evidence, instrument).counted().forEach(part -> facts.add(sampling(judged, part)));
        }
        judged.remarks().forEach(remark -> facts.add(new Fact(remark.reason(), figures(remark))));
        var shown = judged.shown();
        if (shown.score() != null) error(facts, shown.spread(), shown.standardError(), shown.interval());
        return facts;
    }

    private static Map<String, String> figures(Remark remark) {
        var figures = new LinkedHashMap<String, String>();
        if (remark.part() != null) figures.put("part", remark.part());
        if (remark.expected() != null) figures.put("expected", remark.expected().toString());
        if (remark.actual() != null) figures.put("actual", remark.actual().toString());
        return figures;
    }

    private void sample(List<Fact> facts, Judged judged) {
        var code = judged.outcome().instrument().code();
        var population = evidence.population().get(code);
        var figures = new LinkedHashMap<String, String>();
        figures.put("responses", Long.toString(judged.outcome().responses()));
        if (population != null) figures.put("population", population.toString());
        figures.put("minimum", String.valueOf(judged.minimum()));
        figures.put("clause", evidence.framework().sampleRule().clause(population));
        facts.add(new Fact("sample", figures));
    }

    /** SE² of one part: (1 − n/N) · s² / n, the parts added with the weights the influences already carry. */
    private Fact sampling(Judged judged, Measured part) {
        var instrument = judged.outcome().instrument();
        var uncertainty = Judged.surveyed(evidence, instrument).uncertainty(part);
        var population = evidence.population().get(instrument.code());
        var figures = new LinkedHashMap<String, String>();
        figures.put("part", part.part());
        figures.put("responses", Long.toString(part.responses()));
        if (population != null) figures.put("left", decimal(left(part, population)));
        figures.put("spread", uncertainty.spread().code());
        if (uncertainty.known()) figures.put("variance", decimal(uncertainty.variance()));
        return new Fact("sampling", figures);
    }

    private static double left(Measured part, int population) {
        return 1 - Math.min(1.0, (double) part.responses() / population);
    }

    private static String decimal(double number) {
        return BigDecimal.valueOf(number)
                .setScale(ERROR_PLACES, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static void error(
            List<Fact> facts, Spread spread, @Nullable BigDecimal error, @Nullable List<BigDecimal> interval) {
        var figures = new LinkedHashMap<String, String>();
        figures.put("spread", spread.code());
        if (error != null) figures.put("error", error.toPlainString());
        if (interval != null) {
            figures.put("from", interval.getFirst().toPlainString());
            figures.put("to", interval.getLast().toPlainString());
        }
        facts.add(new Fact("standard-error", figures));
    }
}
