package org.prongsai.methodology.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource({
        "2567-09-30,2024-09-30,true",
        "2024-09-30,2024-09-30,false",
        "30 กันยายน 2567,2024-09-30,true",
        "๓๐ กันยายน พ.ศ. ๒๕๖๗,2024-09-30,true",
        "1 ม.ค. 2567,2024-01-01,true",
        "29 ก.พ. พ.ศ.2567,2024-02-29,true",
        "๒๕๖๗-๐๒-๒๙,2024-02-29,true"
    })
    void readsWhatPeopleWrite(String written, LocalDate date, boolean buddhist) {
        assertThat(Dates.imported(written)).isEqualTo(date);
        assertThat(Dates.buddhist(written)).isEqualTo(buddhist);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30 กันยายน 67",
                "30 กันยายน 2024",
                "31 กันยายน 2567",
                "30 กนยายน 2567",
                "30/9/2567",
                "กันยายน 2567",
                "0 ม.ค. 2567"
            })
    void guessesNothing(String written) {
        assertThatThrownBy(() -> Dates.imported(written)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void printsTheEraOfTheLanguage() {
        var day = LocalDate.of(2024, 9, 30);
        assertThat(Dates.printed(day, "th")).isEqualTo("30 กันยายน 2567");
        assertThat(Dates.printed(day, "en")).isEqualTo("30 September 2024");
        assertThat(Dates.printed(LocalDate.of(2027, 1, 5), "th")).isEqualTo("5 มกราคม 2570");
    }

    @Property(tries = 300)
    void whatIsPrintedInThaiIsReadAgain(@ForAll @DateRange(min = "1900-01-01", max = "2199-12-31") LocalDate day) {
        assertThat(Dates.imported(Dates.printed(day, "th"))).isEqualTo(day);
        assertThat(Dates.imported(
                        "%d-%02d-%02d".formatted(day.getYear() + 543, day.getMonthValue(), day.getDayOfMonth())))
                .isEqualTo(day);
    }

    @Test
    void aWindowIsInOneEra() {
        assertThatThrownBy(() -> Window.imported("2566-10-01", "2024-09-30"))
                .isInstanceOf(DateTimeException.class)
                .hasMessageContaining("2566-10-01")
                .hasMessageContaining("2024-09-30")
                .hasMessageContaining("one era");
        assertThatThrownBy(() -> Window.imported("2567-01-01", "2024-06-30T00:00:00+07:00"))
                .hasMessageContaining("one era");
        assertThat(Window.imported("1 ต.ค. 2566", "2567-09-30")).isEqualTo(Window.of("2023-10-01", "2024-09-30"));
    }

    @ParameterizedTest
    @CsvSource({"2023-09-30,2566", "2023-10-01,2567", "2024-09-30,2567", "2024-10-01,2568", "2026-11-26,2570"})
    void aFiscalYearBeginsInOctober(LocalDate day, int year) {
        var fiscal = FiscalYear.of(day);
        assertThat(fiscal.year()).isEqualTo(year);
        assertThat(fiscal.contains(day)).isTrue();
        assertThat(fiscal.contains(fiscal.first())).isTrue();
        assertThat(fiscal.contains(fiscal.last())).isTrue();
        assertThat(fiscal.contains(fiscal.first().minusDays(1))).isFalse();
        assertThat(fiscal.contains(fiscal.last().plusDays(1))).isFalse();
    }

    @Test
    void aFiscalYearIsBuddhist() {
        assertThatThrownBy(() -> new FiscalYear(2024)).hasMessageContaining("Buddhist");
        assertThatThrownBy(() -> new FiscalYear(2744)).isInstanceOf(DateTimeException.class);
        assertThat(new FiscalYear(2567)).isLessThan(new FiscalYear(2568));
        assertThat(new FiscalYear(2400).first()).isEqualTo(LocalDate.of(1856, 10, 1));
        assertThat(new FiscalYear(2743).last()).isEqualTo(LocalDate.of(2200, 9, 30));
    }
}
