package org.prongsai.assessment.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.visit.VisitPlan.Request;
import org.prongsai.methodology.calendar.Window;
import org.prongsai.web.Fault;

class VisitPlanTest {

    private static final Window FEBRUARY = Window.of("2027-02-01", "2027-02-28");
    private static final Instant BEFORE = Instant.parse("2027-01-15T00:00:00Z");

    @Test
    void what_is_right_is_taken() {
        var request = new Request("2027-02-03", "08:30", "16:30", 120, 10);
        assertThat(VisitPlan.faults(request, 100)).isEmpty();
        assertThat(VisitPlan.of(request).seconds()).isEqualTo(8 * 3600);
        assertThat(VisitPlan.of(request).outside(FEBRUARY, BEFORE)).isEmpty();
    }

    @Test
    void everything_wrong_is_said_at_once() {
        assertThat(faults(new Request(null, null, null, null, null)))
                .containsExactly("/day missing", "/from missing", "/to missing", "/served missing", "/sample missing");
        assertThat(faults(new Request("2570-02-03", "8.30", "24:30", 0, 0)))
                .containsExactly(
                        "/day wrong-value",
                        "/from wrong-value",
                        "/to wrong-value",
                        "/served out-of-range",
                        "/sample out-of-range");
        assertThat(faults(new Request("2027-02-03", "16:30", "16:30", 120, 10))).containsExactly("/to not-after-from");
        assertThat(faults(new Request("2027-02-03", "08:30", "16:30", 5, 6))).containsExactly("/sample out-of-range");
        assertThat(faults(new Request("2027-02-03", "08:30", "16:30", 500, 101)))
                .containsExactly("/sample out-of-range");
    }

    @Test
    void an_office_may_be_open_all_day() {
        var airport = VisitPlan.of(new Request("2027-02-28", "00:00", "24:00", 9000, 30));
        assertThat(airport.seconds()).isEqualTo(24 * 3600);
        assertThat(airport.outside(FEBRUARY, BEFORE)).isEmpty();
    }

    @Test
    void the_day_is_one_of_the_window_as_bangkok_sees_it() {
        assertThat(outside("2027-01-31", FEBRUARY)).containsExactly("/day outside-window");
        assertThat(outside("2027-03-01", FEBRUARY)).containsExactly("/day outside-window");
        var noon = new Window(Instant.parse("2027-02-03T05:00:00Z"), Instant.parse("2027-02-04T05:00:00Z"));
        assertThat(outside("2027-02-03", noon)).containsExactly("/from outside-window");
        assertThat(outside("2027-02-04", noon)).containsExactly("/to outside-window");
    }

    @Test
    void of_hours_that_have_begun_nothing_is_drawn() {
        var plan = VisitPlan.of(new Request("2027-02-03", "08:30", "16:30", 120, 10));
        assertThat(texts(plan.outside(FEBRUARY, Instant.parse("2027-02-03T01:29:59Z"))))
                .isEmpty();
        assertThat(texts(plan.outside(FEBRUARY, Instant.parse("2027-02-03T01:30:01Z"))))
                .containsExactly("/from already-past");
    }

    private static List<String> outside(String day, Window window) {
        return texts(VisitPlan.of(new Request(day, "08:30", "16:30", 120, 10)).outside(window, BEFORE));
    }

    private static List<String> faults(Request request) {
        return texts(VisitPlan.faults(request, 100));
    }

    private static List<String> texts(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.pointer() + " " + fault.reason())
                .toList();
    }
}
