package org.prongsai.scoring.board;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.score.Estimate;
import org.prongsai.scoring.score.ShownIndicator;
import org.prongsai.scoring.subtree.Column;
import org.prongsai.scoring.subtree.Place;
import org.prongsai.scoring.subtree.Standard;
import org.prongsai.web.CsvText;

/** A list of scores as a file, a unit a line. */
record BoardFile(Standard standard) {
    private static final List<String> SCORE = List.of(
            "round",
            "synthetic",
            "rehearsal",
            "framework",
            "agency",
            "name_th",
            "name_en",
            "type",
            "joint",
            "adequacy",
            "total",
            "standard_error",
            "low",
            "high",
            "spread",
            "level",
            "left_out",
            "rank_from",
            "rank_to",
            "rank_of");
    private static final List<String> OFFICIAL = List.of(
            "official_year",
            "official_total",
            "official_level",
            "official_source",
            "official_retrieved",
            "earlier_year",
            "earlier_total",
            "earlier_level",
            "earlier_source",
            "earlier_retrieved");

    /** A unit beside what was published of it. */
    record Line(ListedScore score, Published official, Published earlier) {}

    byte[] header() {
        return CsvText.of(List.of(columns(standard.framework())));
    }

    static List<String> columns(Framework framework) {
        var columns = new ArrayList<>(SCORE);
        framework.instruments().stream().map(Instrument::code).forEach(columns::add);
        for (var column : Column.all(framework)) if (column.indicator()) columns.add("indicator_" + column.code());
        columns.add("hidden_indicators");
        columns.addAll(OFFICIAL);
        return columns;
    }

    byte[] lines(List<Line> lines) {
        return CsvText.of(lines.stream().map(this::cells).toList());
    }

    private List<String> cells(Line line) {
        var score = line.score();
        var level = score.level();
        var cells = new ArrayList<>(CsvText.line(
                standard.round().round(),
                standard.round().synthetic(),
                standard.round().rehearsal(),
                standard.round().framework(),
                score.agency(),
                score.name().get("th"),
                score.name().get("en"),
                score.type(),
                String.join(" ", score.joint()),
                score.adequacy()));
        cells.addAll(total(score.total()));
        cells.addAll(CsvText.line(level == null ? null : level.code(), score.leftOut()));
        cells.addAll(rank(score.rank()));
        score.instruments().forEach(each -> cells.addAll(CsvText.line(each.score())));
        score.indicators().forEach(each -> cells.addAll(CsvText.line(each.score())));
        cells.addAll(CsvText.line(hidden(score)));
        // A rehearsal is held against nothing.
        var none = new Published(null, null, null, null, null);
        cells.addAll(published(standard.round().counts() ? line.official() : none));
        cells.addAll(published(standard.round().counts() ? line.earlier() : none));
        return cells;
    }

    /** An empty cell alone would say that there is nothing. */
    private static String hidden(ListedScore of) {
        return of.indicators().stream()
                .filter(each -> each.hidden() != null)
                .map(ShownIndicator::code)
                .collect(Collectors.joining(" "));
    }

    private static List<String> total(@Nullable Estimate of) {
        if (of == null) return CsvText.line(null, null, null, null, null);
        var interval = of.interval();
        return CsvText.line(
                of.score(),
                of.standardError(),
                interval == null ? null : interval.getFirst(),
                interval == null ? null : interval.getLast(),
                of.spread().code());
    }

    private static List<String> rank(@Nullable Place of) {
        return of == null ? CsvText.line(null, null, null) : CsvText.line(of.from(), of.to(), of.of());
    }

    private static List<String> published(Published of) {
        return CsvText.line(of.year(), of.total(), of.level(), of.source(), of.retrieved());
    }
}
