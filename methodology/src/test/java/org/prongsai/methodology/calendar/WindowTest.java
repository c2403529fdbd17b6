package org.prongsai.methodology.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

    @Test
    void aLastDayLastsUntilMidnightInBangkok() {
        var window = Window.of("2027-01-01", "2027-06-30");
        assertThat(window)
                .isEqualTo(new Window(Instant.parse("2026-12-31T17:00:00Z"), Instant.parse("2027-06-30T17:00:00Z")));
        assertThat(window.contains(Instant.parse("2027-06-30T16:59:59.999Z"))).isTrue();
        assertThat(window.contains(window.to())).isFalse();
        assertThat(window.over(window.to())).isTrue();
        assertThat(window.ahead(window.from())).isFalse();
        assertThat(window.lastDay()).isEqualTo(LocalDate.of(2027, 6, 30));
    }

    @Test
    void anInstantIsTakenAsItIs() {
        var window = Window.of("2027-01-01T08:30:00+07:00", "2027-01-01T02:00:00Z");
        assertThat(window.from()).isEqualTo(Instant.parse("2027-01-01T01:30:00Z"));
        assertThat(window.to()).isEqualTo(Instant.parse("2027-01-01T02:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"2567-02-29,2024-02-29", "2024-02-29,2024-02-29", "2570-01-01,2027-01-01"})
    void importsTakeBothEras(String written, LocalDate date) {
        assertThat(Dates.imported(written)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2566-02-29",
                "2023-02-29",
                "2300-01-01",
                "0001-01-01",
                "9999-01-01",
                "24-1-1",
                "1/2/2567",
                "",
                "2567-13-01"
            })
    void nonsenseIsRefused(String written) {
        assertThatThrownBy(() -> Dates.imported(written)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void theApiTakesOneEra() {
        assertThatThrownBy(() -> Window.of("2570-01-01", "2570-06-30")).hasMessageContaining("write 2027");
        assertThatThrownBy(() -> Window.of("2570-01-01T00:00:00Z", "2570-06-30T00:00:00Z"))
                .hasMessageContaining("Buddhist");
        assertThatThrownBy(() -> Window.of("2027-01-01T00:00", "2027-02-01")).hasMessageContaining("instant");
        assertThat(Window.imported("2570-01-01", "2570-06-30")).isEqualTo(Window.of("2027-01-01", "2027-06-30"));
    }

    @Test
    void anEndComesAfterItsBeginning() {
        assertThatThrownBy(() -> Window.of("2027-01-02", "2027-01-01")).isInstanceOf(DateTimeException.class);
        assertThat(Window.of("2027-01-01", "2027-01-01").contains(Instant.parse("2027-01-01T05:00:00Z")))
                .isTrue();
    }

    @Test
    void theNearestOverrideCounts() {
        var all = Window.of("2027-01-01", "2027-06-30");
        var branch = Window.of("2027-01-01", "2027-07-15");
        var unit = Window.of("2027-01-01", "2027-07-31");
        var calendar = new Calendar(
                Map.of(Step.EIT, all),
                List.of(
                        new Calendar.Deviation("division", Step.EIT, branch, ""),
                        new Calendar.Deviation("unit", Step.EIT, unit, "")));
        assertThat(calendar.window(Step.EIT, List.of("root"))).contains(all);
        assertThat(calendar.window(Step.EIT, List.of("root", "division", "other")))
                .contains(branch);
        assertThat(calendar.window(Step.EIT, List.of("root", "division", "unit")))
                .contains(unit);
        assertThat(calendar.window(Step.IIT, List.of("root"))).isEmpty();
    }
}
