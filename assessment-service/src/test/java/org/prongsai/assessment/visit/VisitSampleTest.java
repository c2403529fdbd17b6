package org.prongsai.assessment.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisitSampleTest {

    private static final LocalDate DAY = LocalDate.of(2027, 2, 3);

    private final Random luck = new Random(20270203);

    @Test
    void each_visit_is_within_the_hours_and_each_number_comes_once_in_order() {
        for (int sample = 1; sample <= 120; sample++) {
            var visits = VisitSample.draw(plan(120, sample), luck);
            assertThat(visits).hasSize(sample).isSortedAccordingTo(Comparator.comparing(Visit::moment));
            assertThat(visits.stream().map(Visit::queue))
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allMatch(number -> number >= 1 && number <= 120);
            assertThat(visits.stream().map(Visit::moment))
                    .allMatch(moment -> !moment.isBefore(DAY.atTime(8, 30)) && moment.isBefore(DAY.atTime(16, 30)));
        }
    }

    @Test
    void who_is_wholly_counted_is_wholly_asked() {
        assertThat(VisitSample.draw(plan(7, 7), luck).stream().map(Visit::queue))
                .containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    /** Of ten visits three are drawn: each in 30 of 100 draws, give or take four standard deviations. */
    @Test
    void every_visitor_has_the_same_chance() {
        int[] drawn = new int[10];
        repeat(30_000, plan(10, 3), visits -> visits.forEach(visit -> drawn[visit.queue() - 1]++));
        for (int count : drawn) {
            assertThat(count).isBetween(9000 - 318, 9000 + 318);
        }
    }

    /** Nor do two visitors hang together: each of the ten pairs of five is as likely as any other. */
    @Test
    void every_set_of_visitors_is_as_likely_as_any_other() {
        Map<List<Integer>, Integer> drawn = new HashMap<>();
        repeat(
                20_000,
                plan(5, 2),
                visits -> drawn.merge(visits.stream().map(Visit::queue).toList(), 1, Integer::sum));
        assertThat(drawn).hasSize(10);
        assertThat(drawn.values()).allMatch(count -> Math.abs(count - 2000) < 170);
    }

    @Test
    void every_hour_has_the_same_chance() {
        int[] drawn = new int[8];
        repeat(
                10_000,
                plan(120, 4),
                visits -> visits.forEach(
                        visit -> drawn[(int) ChronoUnit.HOURS.between(DAY.atTime(8, 30), visit.moment())]++));
        for (int count : drawn) {
            assertThat(count).isBetween(5000 - 265, 5000 + 265);
        }
    }

    private interface Each {
        void with(List<Visit> visits);
    }

    private void repeat(int times, VisitPlan plan, Each each) {
        IntStream.range(0, times).forEach(_ -> each.with(VisitSample.draw(plan, luck)));
    }

    private static VisitPlan plan(int served, int sample) {
        return new VisitPlan(DAY.atTime(8, 30), DAY.atTime(16, 30), served, sample);
    }
}
