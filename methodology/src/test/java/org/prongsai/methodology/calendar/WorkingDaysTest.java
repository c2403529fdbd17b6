package org.prongsai.methodology.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.prongsai.methodology.table.HolidayTable;

/** April 2024 with Songkran: 12 April (cabinet), 13 to 15 April, 16 April instead of Saturday the 13th. */
class WorkingDaysTest {
    private static final WorkingDays DAYS =
            new WorkingDays(HolidayTable.parse("""
            date,name_th,name_en,kind,provenance,source
            2567-04-08,ชดเชยวันจักรี,Substitution for Chakri Day,substitution,provisional,test
            2567-04-12,วันหยุดพิเศษ,Special holiday,cabinet,provisional,test
            2567-04-13,วันสงกรานต์,Songkran,holiday,provisional,test
            2567-04-14,วันสงกรานต์,Songkran,holiday,provisional,test
            2567-04-15,วันสงกรานต์,Songkran,holiday,provisional,test
            2567-04-16,ชดเชยวันสงกรานต์,Substitution for Songkran,substitution,provisional,test
            """).orThrow());

    private static LocalDate april(int day) {
        return LocalDate.of(2024, 4, day);
    }

    @Test
    void weekendsAndHolidaysAreFree() {
        assertThat(DAYS.works(april(5))).isTrue();
        assertThat(DAYS.works(april(6))).isFalse();
        assertThat(DAYS.works(april(7))).isFalse();
        assertThat(DAYS.works(april(8))).isFalse();
        assertThat(DAYS.holidays().on(april(12)).orElseThrow().name()).containsEntry("en", "Special holiday");
        assertThat(DAYS.holidays().all()).hasSize(6);
    }

    @Test
    void countsOnlyWorkingDays() {
        assertThat(DAYS.after(april(5), 1)).isEqualTo(april(9));
        assertThat(DAYS.after(april(9), 2)).isEqualTo(april(11));
        assertThat(DAYS.after(april(9), 3)).isEqualTo(april(17));
        assertThat(DAYS.onOrAfter(april(12))).isEqualTo(april(17));
        assertThat(DAYS.onOrAfter(april(17))).isEqualTo(april(17));
        assertThat(DAYS.between(april(5), april(18))).isEqualTo(5);
        assertThat(DAYS.between(april(9), april(9))).isZero();
        assertThatThrownBy(() -> DAYS.after(april(9), 0)).hasMessageContaining("not 0");
    }

    @Test
    void aYearNobodyToldIsNotGuessed() {
        assertThatThrownBy(() -> DAYS.works(LocalDate.of(2025, 1, 2)))
                .isInstanceOf(DateTimeException.class)
                .hasMessageContaining("2568");
        assertThatThrownBy(() -> DAYS.after(LocalDate.of(2024, 12, 30), 5)).isInstanceOf(DateTimeException.class);
    }
}
