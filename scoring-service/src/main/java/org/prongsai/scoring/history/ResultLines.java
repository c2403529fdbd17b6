package org.prongsai.scoring.history;

import java.util.ArrayList;
import java.util.List;
import org.prongsai.web.CsvText;

/** Published results as a file, one a line; those of all agencies can be brought in again as they are. */
record ResultLines(boolean history) {
    private static final List<String> RESULT =
            List.of("agency", "name_th", "name_en", "fiscal_year", "total", "level", "source", "retrieved", "note");
    private static final List<String> LINEAGE =
            List.of("kind", "round", "synthetic", "predecessor_of", "predecessor_kind", "predecessor_since");

    byte[] header() {
        var columns = new ArrayList<>(RESULT);
        if (history) columns.addAll(LINEAGE);
        return CsvText.of(List.of(columns));
    }

    byte[] lines(List<PublishedResult> results) {
        return CsvText.of(results.stream().map(this::cells).toList());
    }

    private List<String> cells(PublishedResult of) {
        var level = of.level();
        var cells = new ArrayList<>(CsvText.line(
                of.agency(),
                of.name().get("th"),
                of.name().get("en"),
                of.fiscalYear(),
                of.total(),
                level == null ? null : level.code(),
                of.source(),
                of.retrieved(),
                of.note()));
        if (history) cells.addAll(lineage(of));
        return cells;
    }

    private static List<String> lineage(PublishedResult of) {
        var before = of.predecessor();
        return CsvText.line(
                of.kind(),
                of.round(),
                of.synthetic(),
                before == null ? null : before.of(),
                before == null ? null : before.kind(),
                before == null ? null : before.since());
    }
}
