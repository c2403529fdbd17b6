package org.prongsai.assessment.turnout;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.CsvText;

/** Turnout as a file, a unit's instrument a line. */
final class TurnoutFile {

    static final List<String> COLUMNS = List.of(
            "agency",
            "name_th",
            "name_en",
            "instrument",
            "population",
            "minimum",
            "minimum_reached",
            "responses",
            "share",
            "as_of");

    private TurnoutFile() {}

    static byte[] header() {
        return CsvText.of(List.of(COLUMNS));
    }

    static byte[] lines(List<TurnoutRow> rows, @Nullable OffsetDateTime asOf) {
        var seen = asOf == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(asOf);
        return CsvText.of(rows.stream()
                .flatMap(row -> row.instruments().stream().map(each -> cells(row, each, seen)))
                .toList());
    }

    private static List<String> cells(TurnoutRow row, TurnoutRow.Progress instrument, @Nullable String asOf) {
        return CsvText.line(
                row.agency(),
                row.name().get("th"),
                row.name().get("en"),
                instrument.code(),
                instrument.population(),
                instrument.minimum(),
                instrument.minimumReached(),
                instrument.responses(),
                instrument.share(),
                asOf);
    }
}
