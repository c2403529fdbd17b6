package org.prongsai.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prongsai.notification.Samples.duty;
import static org.prongsai.notification.Samples.person;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.PersonChanged;
import org.prongsai.contracts.assessment.PersonChanged.Assignment;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.notification.Samples;
import org.prongsai.notification.register.Register;

class ReminderPlanTest {
    private static final ReminderPlan PLAN = new ReminderPlan(
            Map.of("oit", "coordinator", "approval", "executive"), new Ladder(List.of(7, 3, 0), LocalTime.of(8, 0)));
    private static final Instant OPENS = Instant.parse("2027-01-31T17:00:00Z");
    private static final Instant CLOSES = Instant.parse("2027-02-28T17:00:00Z");
    private static final Instant WEEK_BEFORE = Instant.parse("2027-02-21T05:00:00Z");
    private static final PersonChanged COORDINATOR = person("somchai", "th", duty("coordinator", "north"));

    @Test
    void who_has_the_duty_at_a_unit_is_reminded_once() {
        var due = due(Set.of(), WEEK_BEFORE, COORDINATOR, person("boss", "en", duty("executive", "north")));
        var reminder = new Reminder("r", "oit", "north", "somchai", 7, CLOSES);
        assertThat(due).containsExactly(reminder);
        assertThat(due(Set.of(reminder), WEEK_BEFORE, COORDINATOR)).isEmpty();
    }

    @Test
    void after_a_long_absence_only_the_last_rung_is_told() {
        var week = new Reminder("r", "oit", "north", "somchai", 7, CLOSES);
        var lastDay = Instant.parse("2027-02-28T05:00:00Z");
        assertThat(due(Set.of(week), lastDay, COORDINATOR))
                .containsExactly(new Reminder("r", "oit", "north", "somchai", 0, CLOSES));
        assertThat(due(Set.of(), CLOSES, COORDINATOR)).isEmpty();
    }

    @Test
    void only_those_whose_assignment_lasts_today_are_reminded() {
        var gone = person("gone", "th", assignment(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 2, 20)));
        var lastDay = person("last-day", "th", assignment(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 2, 21)));
        var future = person("future", "th", assignment(LocalDate.of(2027, 2, 22), null));
        var twice = person("twice", "th", duty("coordinator", "north"), duty("coordinator", "north"));
        assertThat(due(Set.of(), WEEK_BEFORE, gone, lastDay, future, twice))
                .extracting(Reminder::person)
                .containsExactly("last-day", "twice");
    }

    private static Assignment assignment(LocalDate from, LocalDate to) {
        return new Assignment("coordinator", "north", from, to);
    }

    @Test
    void only_units_that_take_part_and_existed_on_the_first_day_count() {
        var elsewhere = Samples.agency("north", "province", List.of("north"));
        var otherType = Samples.agency("north", "division", List.of("bureau", "north"));
        var firstDay = LocalDate.of(2027, 2, 1);
        var ended = lasting(LocalDate.of(2020, 1, 1), firstDay.minusDays(1));
        var later = lasting(firstDay.plusDays(1), null);
        for (var agency : List.of(elsewhere, otherType, ended, later))
            assertThat(PLAN.due(register(agency, COORDINATOR), Set.of(), WEEK_BEFORE))
                    .isEmpty();
        for (var agency : List.of(lasting(firstDay, null), lasting(LocalDate.of(2020, 1, 1), firstDay)))
            assertThat(PLAN.due(register(agency, COORDINATOR), Set.of(), WEEK_BEFORE))
                    .hasSize(1);
    }

    private static AgencyChanged lasting(LocalDate from, LocalDate to) {
        var unit = Samples.unit("north");
        return new AgencyChanged("north", unit.path(), "province", null, unit.name(), from, to);
    }

    @Test
    void of_units_assessed_together_only_the_lead_is_reminded() {
        var round = Samples.round("r", List.of(Samples.window("oit", OPENS, CLOSES)), List.of())
                .withJoint(List.of(new RoundState.Joint("south", List.of("north"), "four people")));
        var units = List.of(Samples.unit("north"), Samples.unit("south"));
        var people = List.of(COORDINATOR, person("somsri", "th", duty("coordinator", "south")));
        assertThat(PLAN.due(new Register(List.of(round), units, people), Set.of(), WEEK_BEFORE))
                .extracting(Reminder::person)
                .containsExactly("somsri");
    }

    @Test
    void a_window_that_moves_is_another_deadline() {
        var told = new Reminder("r", "oit", "north", "somchai", 7, CLOSES.minusSeconds(86400));
        assertThat(due(Set.of(told), WEEK_BEFORE, COORDINATOR)).hasSize(1);
    }

    private static List<Reminder> due(Set<Reminder> told, Instant now, PersonChanged... people) {
        return PLAN.due(register(Samples.unit("north"), people), told, now);
    }

    private static Register register(AgencyChanged agency, PersonChanged... people) {
        var round = Samples.round("r", List.of(Samples.window("oit", OPENS, CLOSES)), List.of());
        return new Register(List.of(round), List.of(agency), List.of(people));
    }
}
