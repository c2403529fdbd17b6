package org.prongsai.methodology.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.prongsai.methodology.Sample;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;

/** Official published rows; each row of {@code golden-cases.csv} names its source. */
class GoldenCasesTest {
    private static final Framework FRAMEWORK = Sample.fy2564();
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    private static final Pattern PATTERN = Pattern.compile("= ([0-9,]+); 10.1,10.2 = ([0-9,]+)");

    record Row(List<String> columns) {
        BigDecimal number(int column) {
            return new BigDecimal(columns.get(column));
        }

        BigDecimal indicator(int indicator) {
            return number(2 + indicator);
        }

        @Override
        public String toString() {
            return columns.getFirst();
        }
    }

    static Stream<Row> rows(String prefix) {
        return Sample.text("golden-cases.csv")
                .lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> new Row(List.of(COMMA.split(line, -1))));
    }

    static Stream<Row> phichit() {
        return rows("PHICHIT");
    }

    static Stream<Row> provinces() {
        return rows("PROV");
    }

    @Test
    void allRowsAreThere() {
        assertThat(phichit()).hasSize(8);
        assertThat(provinces()).hasSize(3);
    }

    /** From the items that were zero: both indicators, and the weighted instrument. */
    @ParameterizedTest
    @MethodSource("phichit")
    void marksLeadToTheOfficialRow(Row row) {
        var card = card(zeros(row.columns().get(18)));
        assertThat(indicator(card, "9")).isEqualTo(row.indicator(9));
        assertThat(indicator(card, "10")).isEqualTo(row.indicator(10));
        var exact = new Marking(oit(), marks(zeros(row.columns().get(18))))
                .outcome()
                .score()
                .orElseThrow();
        assertThat(exact.times(Ratio.of(oit().weight())).rounded(2)).isEqualTo(row.number(15));
        assertThat(row.number(13).add(row.number(14)).add(row.number(15)))
                .isCloseTo(row.number(16), within(new BigDecimal("0.01")));
    }

    /** From the published indicators alone. */
    @ParameterizedTest
    @MethodSource("phichit")
    void indicatorsLeadToTheOfficialInstrument(Row row) {
        var sum = Ratio.of(row.indicator(9)).plus(Ratio.of(row.indicator(10)));
        assertThat(sum.over(2).times(Ratio.of(oit().weight())).rounded(2)).isEqualTo(row.number(15));
    }

    @ParameterizedTest
    @MethodSource("provinces")
    void meansOfProvincesLeadToTheOfficialTotal(Row row) {
        var surveys = Sample.framework(
                "means",
                List.of(
                        Sample.survey("iit", "0.3", List.of(1, 2, 3, 4, 5)),
                        Sample.survey("eit", "0.3", List.of(6, 7, 8)),
                        Sample.survey("oit", "0.4", List.of(9, 10))));
        var parts = new ArrayList<Measured>();
        for (var instrument : surveys.instruments()) {
            var means = new HashMap<String, Ratio>();
            instrument
                    .indicators()
                    .forEach(each -> means.put(each.code(), Ratio.of(row.indicator(Integer.parseInt(each.code())))));
            parts.add(Measured.ofSums(instrument.code(), "1", 100, means));
        }
        var card = Scorecard.of(new Evidence(surveys, 5, parts, Map.of(), Map.of()));
        assertThat(card.total().score()).isCloseTo(row.number(16), within(new BigDecimal("0.01")));
    }

    @ParameterizedTest
    @CsvSource({
        "9.1,9,97.78",
        "9.2,9,97.50",
        "9.3,9,97.14",
        "9.4,9,95.00",
        "9.5,9,96.00",
        "10.1,10,93.75",
        "10.2,10,75.00"
    })
    void oneZeroCostsByTheSizeOfItsGroup(String group, String indicator, BigDecimal score) {
        assertThat(indicator(card(Map.of(group, 1)), indicator)).isEqualTo(score);
    }

    @Test
    void pointsAtStakeSayTheSame() {
        var stakes = Stake.of(FRAMEWORK);
        assertThat(stakes).hasSize(43);
        assertThat(stakes.getFirst()).isEqualTo(new Stake("o9.1-1", "oit", decimal("1.11"), decimal("0.44")));
        assertThat(stakes.getLast()).isEqualTo(new Stake("o10.2-2", "oit", decimal("12.50"), decimal("5.00")));
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private static Instrument oit() {
        return FRAMEWORK.instrument("oit").orElseThrow();
    }

    private static Map<String, Integer> zeros(String note) {
        var found = PATTERN.matcher(note);
        assertThat(found.find()).isTrue();
        var zeros = new HashMap<String, Integer>();
        for (int indicator = 9; indicator <= 10; indicator++) {
            var counts = found.group(indicator - 8).split(",");
            for (int group = 0; group < counts.length; group++)
                zeros.put(indicator + "." + (group + 1), Integer.parseInt(counts[group]));
        }
        return zeros;
    }

    /** Everything 100, but the first few of each named group. */
    private static Map<String, Integer> marks(Map<String, Integer> zeros) {
        var marks = new HashMap<String, Integer>();
        for (var indicator : oit().indicators())
            for (var sub : indicator.subIndicators())
                for (int i = 0; i < sub.items().size(); i++)
                    marks.put(sub.items().get(i).code(), i < zeros.getOrDefault(sub.code(), 0) ? 0 : 100);
        return marks;
    }

    private static Scorecard card(Map<String, Integer> zeros) {
        return Scorecard.of(new Evidence(FRAMEWORK, 5, List.of(), marks(zeros), Map.of()));
    }

    private static BigDecimal indicator(Scorecard card, String code) {
        return card.indicators().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow()
                .score();
    }
}
