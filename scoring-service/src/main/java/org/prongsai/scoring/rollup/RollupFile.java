package org.prongsai.scoring.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.prongsai.methodology.framework.Level;
import org.prongsai.scoring.score.LeftOut;
import org.prongsai.scoring.subtree.Column;
import org.prongsai.scoring.subtree.Distribution;
import org.prongsai.scoring.subtree.Standard;
import org.prongsai.scoring.subtree.Summary;
import org.prongsai.web.CsvText;

/** Roll-ups as a file: the parent with all its branches first, then a branch a line. */
record RollupFile(Standard standard) {
    private static final List<String> HEAD = List.of(
            "round",
            "synthetic",
            "rehearsal",
            "framework",
            "parent",
            "agency",
            "name_th",
            "name_en",
            "type",
            "units",
            "shown",
            "left_out");
    private static final List<String> SPREAD =
            List.of("mean", "min", "lower_quartile", "median", "upper_quartile", "max");

    byte[] header() {
        var columns = new ArrayList<>(HEAD);
        LeftOut.codes().forEach(reason -> columns.add("left_out_" + reason));
        SPREAD.forEach(each -> columns.add("total_" + each));
        for (var column : Column.all(standard.framework()))
            columns.add((column.indicator() ? "indicator_" : "") + column.code());
        standard.framework().levels().stream().map(Level::code).forEach(level -> columns.add("level_" + level));
        IntStream.range(0, Summary.STEPS).forEach(step -> columns.add("total_from_" + step * Summary.STEP));
        return CsvText.of(List.of(columns));
    }

    byte[] line(Branch of) {
        var summary = of.summary();
        var round = standard.round();
        var cells = new ArrayList<>(CsvText.line(
                round.round(),
                round.synthetic(),
                round.rehearsal(),
                round.framework(),
                standard.root(),
                of.agency(),
                of.name().get("th"),
                of.name().get("en"),
                of.type(),
                summary.units(),
                summary.shown(),
                summary.leftOut()));
        cells.addAll(CsvText.line(summary.reasons().values().toArray()));
        cells.addAll(spread(summary.totals()));
        cells.addAll(CsvText.line(
                summary.instruments().values().stream().map(Distribution::mean).toArray()));
        cells.addAll(CsvText.line(
                summary.indicators().values().stream().map(Summary.Mean::mean).toArray()));
        cells.addAll(CsvText.line(summary.levels().values().toArray()));
        cells.addAll(CsvText.line(summary.histogram().toArray()));
        return CsvText.of(List.of(cells));
    }

    private static List<String> spread(Distribution of) {
        return CsvText.line(of.mean(), of.min(), of.lowerQuartile(), of.median(), of.upperQuartile(), of.max());
    }
}
