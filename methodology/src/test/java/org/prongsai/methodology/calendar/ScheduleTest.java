package org.prongsai.methodology.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.calendar.Schedule.Deviation;
import org.prongsai.methodology.calendar.Schedule.Entry;

class ScheduleTest {

    @Test
    void becomesACalendar() {
        var calendar = new Schedule(
                        List.of(new Entry("eit", "2027-01-01", "2027-06-30")),
                        List.of(new Deviation("imm-division-5", "eit", "2027-01-01", "2027-07-15", "flood")))
                .checked()
                .orThrow();
        assertThat(calendar.window(Step.EIT, List.of("immigration-bureau", "imm-division-5")))
                .contains(Window.of("2027-01-01", "2027-07-15"));
        assertThat(new Schedule(null, null).checked().problems()).isEmpty();
    }

    @Test
    void namesEveryFault() {
        var schedule = new Schedule(
                List.of(
                        new Entry("eit", "2027-01-01", "2027-06-30"),
                        new Entry("eit", "2027-01-01", "2027-06-30"),
                        new Entry("tea", "2570-01-01", null),
                        new Entry("iit", "2027-01-02", "2027-01-01")),
                List.of(new Deviation(null, "iit", "2027-01-01", "2027-01-31", null)));
        assertThat(schedule.checked().problems())
                .extracting(Fault::pointer, Fault::reason)
                .containsExactly(
                        tuple("/calendar/1/step", "duplicate-step"),
                        tuple("/calendar/2/step", "unknown-step"),
                        tuple("/calendar/2/from", "bad-date"),
                        tuple("/calendar/2/to", "missing"),
                        tuple("/calendar/3/to", "ends-before-it-begins"),
                        tuple("/overrides/0/agency", "missing"));
    }
}
