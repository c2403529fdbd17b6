package org.prongsai.assessment.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prongsai.assessment.Given.CLOSES;
import static org.prongsai.assessment.Given.NOON;
import static org.prongsai.assessment.Given.OPENS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Given;
import org.prongsai.contracts.assessment.RoundState.Joint;
import org.prongsai.contracts.assessment.RoundState.StepOverride;
import org.prongsai.contracts.assessment.RoundState.StepWindow;
import org.prongsai.contracts.assessment.WindowExtended;
import org.prongsai.web.Fault;

class CalendarChangeTest {

    private static final Instant LATER = CLOSES.plusSeconds(86_400);
    private static final Map<String, List<String>> PATHS = Map.of(
            "imm-division-5", List.of("immigration-bureau", "imm-division-5"),
            "imm-chiangmai", List.of("immigration-bureau", "imm-division-5", "imm-chiangmai"));

    @Test
    void an_open_window_may_end_later_and_that_is_told() {
        var decision = change(NOON, window("iit", OPENS, CLOSES), window("eit", OPENS, LATER));
        assertThat(decision.faults()).isEmpty();
        assertThat(decision.events()).singleElement().isInstanceOfSatisfying(WindowExtended.class, e -> {
            assertThat(e.moved().getFirst().step()).isEqualTo("eit");
            assertThat(e.moved().getFirst().to()).isEqualTo(LATER);
            assertThat(e.state()).isEqualTo(decision.state());
        });
    }

    @Test
    void nothing_told_when_nothing_moves() {
        assertThat(change(NOON, window("iit", OPENS, CLOSES), window("eit", OPENS, CLOSES))
                        .events())
                .isEmpty();
    }

    @Test
    void a_window_that_is_over_moves_no_more() {
        assertThat(reasons(change(CLOSES, window("iit", OPENS, CLOSES), window("eit", OPENS, LATER))))
                .containsExactly("window-over");
        assertThat(reasons(change(CLOSES.minusNanos(1), window("iit", OPENS, CLOSES), window("eit", OPENS, LATER))))
                .isEmpty();
    }

    @Test
    void an_open_window_is_neither_shortened_nor_moved_nor_dropped() {
        assertThat(reasons(change(NOON, window("eit", OPENS, CLOSES.minusSeconds(1)), window("iit", NOON, CLOSES))))
                .containsExactlyInAnyOrder("shortened", "already-open");
        assertThat(reasons(change(NOON, window("eit", OPENS, CLOSES)))).containsExactly("window-dropped");
    }

    @Test
    void before_it_opens_a_window_moves_freely() {
        var before = OPENS.minusSeconds(1);
        assertThat(reasons(change(before, window("iit", NOON, CLOSES), window("eit", NOON, NOON.plusSeconds(1)))))
                .isEmpty();
    }

    @Test
    void a_branch_may_get_more_time_than_everybody() {
        var draft = new CalendarDraft(
                List.of(window("iit", OPENS, CLOSES), window("eit", OPENS, CLOSES)),
                List.of(new StepOverride("imm-division-5", "eit", OPENS, LATER, "flood")),
                Map.of(),
                List.of());
        var decision = CalendarChange.of(Given.state(), draft, PATHS, NOON);
        assertThat(decision.faults()).isEmpty();
        assertThat(decision.events()).singleElement().isInstanceOfSatisfying(WindowExtended.class, e -> {
            assertThat(e.moved().getFirst().agency()).isEqualTo("imm-division-5");
            assertThat(e.moved().getFirst().reason()).isEqualTo("flood");
        });
    }

    @Test
    void what_is_dropped_before_it_opens_is_told() {
        var ahead = new StepOverride("imm-division-5", "eit", NOON, LATER, "flood");
        var decision = CalendarChange.of(Given.state(ahead), draft(), PATHS, OPENS);
        assertThat(decision.faults()).isEmpty();
        assertThat(decision.events()).singleElement().isInstanceOfSatisfying(WindowExtended.class, e -> {
            assertThat(e.state()).isEqualTo(decision.state());
            assertThat(e.state().overrides()).isEmpty();
            assertThat(e.moved()).containsExactly(new WindowExtended.Moved("eit", "imm-division-5", null, ""));
        });
    }

    @Test
    void another_reason_is_told_too() {
        var flood = new StepOverride("imm-division-5", "eit", OPENS, LATER, "flood");
        var storm = new StepOverride("imm-division-5", "eit", OPENS, LATER, "storm");
        var decision = CalendarChange.of(Given.state(flood), draft(storm), PATHS, NOON);
        assertThat(decision.faults()).isEmpty();
        assertThat(decision.events()).singleElement().isInstanceOfSatisfying(WindowExtended.class, e -> assertThat(
                        e.moved().getFirst().reason())
                .isEqualTo("storm"));
    }

    @Test
    void a_survey_always_has_a_window() {
        assertThat(reasons(change(OPENS.minusSeconds(1), window("eit", OPENS, CLOSES))))
                .containsExactly("missing-step");
    }

    @Test
    void a_unit_whose_branch_has_other_dates_is_held_to_those() {
        var ended = new StepOverride("imm-division-5", "eit", OPENS, NOON, "flood");
        var later = new StepOverride("imm-chiangmai", "eit", OPENS, LATER, "more time");
        assertThat(reasons(below(ended, later, NOON))).containsExactly("window-over");
        var extended = new StepOverride("imm-division-5", "eit", OPENS, LATER, "flood");
        assertThat(reasons(below(extended, later, CLOSES))).isEmpty();
        var shorter = new StepOverride("imm-chiangmai", "eit", OPENS, CLOSES, "less time");
        assertThat(reasons(below(extended, shorter, NOON))).containsExactly("shortened");
    }

    @Test
    void a_unit_assessed_with_another_gets_no_dates_of_its_own() {
        var joined = Given.state().withJoint(List.of(new Joint("imm-division-5", List.of("imm-chiangmai"), "small")));
        var own = new StepOverride("imm-chiangmai", "eit", OPENS, LATER, "flood");
        assertThat(CalendarChange.of(joined, draft(own), PATHS, NOON).faults())
                .containsExactly(new Fault(
                        "/overrides/agency", "assessed-jointly", "the lead: imm-division-5", "imm-chiangmai"));
        var leads = new StepOverride("imm-division-5", "eit", OPENS, LATER, "flood");
        assertThat(reasons(CalendarChange.of(joined, draft(leads), PATHS, NOON)))
                .isEmpty();
    }

    @Test
    void once_a_round_has_begun_its_first_day_stays() {
        var early = window("population", OPENS.minusSeconds(86_400), NOON);
        var windows = new StepWindow[] {early, window("iit", OPENS, CLOSES), window("eit", OPENS, CLOSES)};
        assertThat(change(OPENS, windows).faults())
                .containsExactly(new Fault("/calendar", "first-day-moved", "2026-10-01", "2026-09-30"));
        assertThat(reasons(change(OPENS.minusSeconds(86_400), windows))).isEmpty();
    }

    private static CalendarDraft draft(StepOverride... overrides) {
        return new CalendarDraft(
                List.of(window("iit", OPENS, CLOSES), window("eit", OPENS, CLOSES)),
                List.of(overrides),
                Map.of(),
                List.of());
    }

    private static Amended below(StepOverride branch, StepOverride unit, Instant now) {
        var windows = List.of(window("iit", OPENS, CLOSES), window("eit", OPENS, CLOSES));
        var before = CalendarChange.of(
                Given.state(),
                new CalendarDraft(windows, List.of(branch), Map.of(), List.of()),
                PATHS,
                OPENS.minusSeconds(1));
        return CalendarChange.of(
                before.state(), new CalendarDraft(windows, List.of(branch, unit), Map.of(), List.of()), PATHS, now);
    }

    private static Amended change(Instant now, StepWindow... windows) {
        return CalendarChange.of(
                Given.state(), new CalendarDraft(List.of(windows), List.of(), Map.of(), List.of()), PATHS, now);
    }

    private static List<String> reasons(Amended decision) {
        return decision.faults().stream().map(Fault::reason).toList();
    }

    private static StepWindow window(String step, Instant from, Instant to) {
        return new StepWindow(step, from, to);
    }
}
