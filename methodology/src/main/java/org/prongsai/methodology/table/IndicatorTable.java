package org.prongsai.methodology.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.prongsai.methodology.Parsed;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Indicator;
import org.prongsai.methodology.score.Ratio;

/** Published scores of indicators, {@code agency,indicator,score} with scores from 0 to 100. */
public final class IndicatorTable {
    private static final Table TABLE = Table.of("agency", "indicator", "score");
    private static final Pattern SCORE = Pattern.compile("\\d{1,3}(\\.\\d{1,10})?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<String> known;
    private final SortedMap<String, Map<String, Ratio>> scores = new TreeMap<>();

    private IndicatorTable(Framework framework) {
        known = framework.instruments().stream()
                .flatMap(instrument -> instrument.indicators().stream())
                .map(Indicator::code)
                .toList();
    }

    /** Scores by agency and indicator. */
    public static Parsed<SortedMap<String, Map<String, Ratio>>> read(Framework framework, Iterator<CsvRecord> csv) {
        var table = new IndicatorTable(framework);
        var faults = TABLE.read(csv, table::take);
        return Parsed.of(table.scores, faults);
    }

    private void take(Row row) {
        var agency = row.agency();
        var indicator = row.text("indicator");
        var score = row.text("score");
        boolean number = SCORE.matcher(score).matches() && new BigDecimal(score).compareTo(HUNDRED) <= 0;
        if (!number) row.fault("score", "out-of-range", "a number from 0 to 100, as 93.55");
        if (!known.contains(indicator)) row.fault("indicator", "unknown-indicator", known);
        else if (number && !agency.isEmpty()) put(row, agency, indicator, Ratio.of(new BigDecimal(score)));
    }

    private void put(Row row, String agency, String indicator, Ratio score) {
        var before = scores.computeIfAbsent(agency, _ -> new TreeMap<>()).putIfAbsent(indicator, score);
        if (before != null) row.fault("indicator", "duplicate", "each indicator once a unit");
    }
}
