package org.prongsai.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prongsai.methodology.calendar.Dates;
import org.prongsai.methodology.table.HolidayTable;

/** What holds for the public holidays of every calendar year. */
class HolidaysTest {

    private static final Map<String, String> WITHOUT_SUBSTITUTION =
            Map.of("2024-07-21", "Khao Phansa on a Sunday after Asalha Bucha on a Saturday: one day stands for both");

    static List<Path> files() {
        return new SeedFolder("holidays").files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void areDaysOfTheirYearInOrderEachOnce(Path file) {
        assertThat(HolidayTable.parse(SeedFolder.text(file)).problems()).isEmpty();
        List<LocalDate> days = SeedFolder.rows(file).stream()
                .map(row -> LocalDate.parse(row.getField("date")))
                .toList();
        assertThat(days).isSorted().doesNotHaveDuplicates().hasSizeBetween(16, 30);
        assertThat(days).allMatch(day -> Dates.buddhistYear(day) == Integer.parseInt(SeedFolder.nameOf(file)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void haveNamesAndSayWhereTheyComeFrom(Path file) {
        assertThat(SeedFolder.rows(file).getFirst().getHeader())
                .containsExactly("date", "name_th", "name_en", "kind", "provenance", "source");
        assertThat(SeedFolder.rows(file)).allSatisfy(row -> {
            assertThat(row.getField("name_th")).matches(".*\\p{IsThai}.*");
            assertThat(row.getField("name_en")).isNotBlank().doesNotMatch(".*\\p{IsThai}.*");
            assertThat(row.getField("kind")).isIn("holiday", "substitution", "cabinet");
            assertThat(row.getField("provenance")).isIn("verified", "provisional");
            assertThat(row.getField("source")).isNotBlank();
        });
    }

    /** A day that stands in for another is a working day otherwise. */
    @ParameterizedTest
    @MethodSource("files")
    void noSubstitutionFallsOnAWeekend(Path file) {
        assertThat(SeedFolder.rows(file).stream()
                        .filter(row -> row.getField("kind").equals("substitution"))
                        .map(row -> LocalDate.parse(row.getField("date"))))
                .allMatch(day -> day.getDayOfWeek().getValue() <= 5);
    }

    /** The cabinet's standing decision: a holiday on a weekend is made up for on the next working day. */
    @ParameterizedTest
    @MethodSource("files")
    void aHolidayOnAWeekendHasASubstitution(Path file) {
        Map<String, LocalDate> substitutions = SeedFolder.rows(file).stream()
                .filter(row -> row.getField("kind").equals("substitution"))
                .collect(Collectors.toMap(row -> row.getField("name_th"), row -> LocalDate.parse(date(row))));
        assertThat(SeedFolder.rows(file).stream()
                        .filter(row -> row.getField("kind").equals("holiday"))
                        .filter(row -> LocalDate.parse(date(row)).getDayOfWeek().getValue() > 5)
                        .filter(row -> !WITHOUT_SUBSTITUTION.containsKey(date(row))))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(substitutions.get("ชดเชย" + row.getField("name_th")))
                        .as(date(row))
                        .isBetween(
                                LocalDate.parse(date(row)).plusDays(1),
                                LocalDate.parse(date(row)).plusDays(4)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsMadeUpForWasOnAWeekend(Path file) {
        List<String> onWeekends = SeedFolder.rows(file).stream()
                .filter(row -> row.getField("kind").equals("holiday"))
                .filter(row -> LocalDate.parse(date(row)).getDayOfWeek().getValue() > 5)
                .map(row -> "ชดเชย" + row.getField("name_th"))
                .toList();
        assertThat(SeedFolder.rows(file).stream()
                        .filter(row -> row.getField("kind").equals("substitution"))
                        .map(row -> row.getField("name_th")))
                .isSubsetOf(onWeekends);
    }

    @ParameterizedTest
    @MethodSource("files")
    void theDaysThatNeverMoveAreThere(Path file) {
        int year = Integer.parseInt(SeedFolder.nameOf(file)) - 543;
        List<String> days =
                SeedFolder.rows(file).stream().map(HolidaysTest::date).toList();
        assertThat(days).contains(year + "-01-01", year + "-04-13", year + "-12-05", year + "-12-31");
    }

    private static String date(NamedCsvRecord row) {
        return row.getField("date");
    }
}
