package org.prongsai.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.prongsai.seeds.file.Results;

/** What was published about earlier years, as far as it can be checked by itself. */
class HistoryTest {

    private static final Path RESULTS = Path.of("history/results.csv");
    private static final Path AGGREGATES = Path.of("history/aggregates.csv");

    @Test
    void everyResultIsPlausible() {
        List<NamedCsvRecord> rows = SeedFolder.rows(RESULTS);
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.getField("agency")).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(row.getField("name_th")).matches(".*\\p{IsThai}.*");
            assertThat(row.getField("name_en")).isNotBlank().doesNotMatch(".*\\p{IsThai}.*");
            assertThat(year(row)).isBetween(2556, 2569);
            assertThat(row.getField("total")).matches("\\d{1,3}(\\.\\d{1,2})?");
            assertThat(total(row)).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
            assertThat(row.getField("source")).isNotBlank();
            assertThat(row.getField("retrieved")).matches("|\\d{4}-\\d{2}-\\d{2}");
        });
        assertThat(rows)
                .extracting(row -> row.getField("agency") + " " + year(row))
                .doesNotHaveDuplicates();
    }

    @Test
    void aLevelIsOneOfItsYearAndFitsTheTotal() {
        assertThat(SeedFolder.rows(RESULTS).stream()
                        .filter(row -> !row.getField("level").isEmpty()))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(Scale.of(year(row)).fits(row.getField("level"), total(row)))
                        .as(row.toString())
                        .isTrue());
    }

    @Test
    void theScaleTellsWhatFits() {
        assertThat(Scale.of(2566).fits("pass", new BigDecimal("96"))).isTrue();
        assertThat(Scale.of(2566).fits("pass", new BigDecimal("84.99"))).isFalse();
        assertThat(Scale.of(2566).fits("must-improve", new BigDecimal("85"))).isFalse();
        assertThat(Scale.of(2566).fits("a", new BigDecimal("90"))).isFalse();
        assertThat(Scale.of(2565).fits("a", new BigDecimal("95"))).isFalse();
        assertThat(Scale.of(2565).fits("a", new BigDecimal("94.99"))).isTrue();
    }

    /** Names of agencies that the register has too say the same. */
    @Test
    void anAgencyOfTheRegisterIsCalledAsInTheRegister() {
        var names = SeedFolder.agencies().stream()
                .collect(Collectors.toMap(row -> row.getField("agency"), row -> row.getField("name_th")));
        assertThat(SeedFolder.rows(RESULTS).stream().filter(row -> names.containsKey(row.getField("agency"))))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getField("name_th")).isEqualTo(names.get(row.getField("agency"))));
    }

    @Test
    void theLoaderKeepsWhatTheRegisterKnowsAndEveryColumnOfIt() {
        Results all = Results.of(SeedFolder.text(RESULTS));
        Results known = all.of(Set.of("royal-thai-police"));
        assertThat(known.lines()).isNotEmpty().hasSizeLessThan(all.lines().size());
        assertThat(Results.of(known.csv())).isEqualTo(known);
        assertThat(Results.of(all.csv())).isEqualTo(all);
    }

    @Test
    void everyAggregateIsPlausible() {
        List<NamedCsvRecord> rows = SeedFolder.rows(AGGREGATES);
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(year(row)).isBetween(2556, 2569);
            assertThat(row.getField("scope_th")).matches(".*\\p{IsThai}.*");
            assertThat(row.getField("scope_en")).isNotBlank();
            assertThat(row.getField("measure")).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(row.getField("source")).isNotBlank();
            BigDecimal value = new BigDecimal(row.getField("value"));
            assertThat(value).isNotNegative();
            switch (row.getField("unit")) {
                case "count" -> assertThat(value.stripTrailingZeros().scale()).isNotPositive();
                case "score", "percent" -> assertThat(value).isLessThanOrEqualTo(BigDecimal.valueOf(100));
                default -> throw new AssertionError("unit " + row.getField("unit"));
            }
        });
        assertThat(rows)
                .extracting(row -> row.getField("scope") + " " + year(row) + " " + row.getField("measure"))
                .doesNotHaveDuplicates();
    }

    @Test
    void thosePassedAndThoseNotPassedAreAllThereAre() {
        List<NamedCsvRecord> rows = SeedFolder.rows(AGGREGATES);
        List<NamedCsvRecord> passed = rows.stream()
                .filter(row -> row.getField("measure").equals("passed"))
                .toList();
        assertThat(passed).isNotEmpty().allSatisfy(row -> {
            BigDecimal all = of(rows, row, "agencies");
            assertThat(all.subtract(new BigDecimal(row.getField("value"))))
                    .isEqualByComparingTo(of(rows, row, "not-passed"));
        });
    }

    private static BigDecimal of(List<NamedCsvRecord> rows, NamedCsvRecord like, String measure) {
        return rows.stream()
                .filter(row -> row.getField("scope").equals(like.getField("scope")) && year(row) == year(like))
                .filter(row -> row.getField("measure").equals(measure))
                .map(row -> new BigDecimal(row.getField("value")))
                .findFirst()
                .orElseThrow();
    }

    private static int year(NamedCsvRecord row) {
        return Integer.parseInt(row.getField("fiscal_year"));
    }

    private static BigDecimal total(NamedCsvRecord row) {
        return new BigDecimal(row.getField("total"));
    }
}
