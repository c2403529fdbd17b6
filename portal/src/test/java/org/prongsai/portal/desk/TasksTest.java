package org.prongsai.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.portal.desk.Task.State;
import org.prongsai.portal.speech.Speech;
import org.prongsai.portal.speech.Words;
import org.prongsai.portal.speech.WordsReader;
import org.prongsai.portal.unit.Balance;
import org.prongsai.portal.unit.Draws;
import org.prongsai.portal.unit.Population;
import org.prongsai.portal.unit.Round;
import org.prongsai.portal.unit.Standing;
import org.prongsai.portal.unit.Turnout;
import org.prongsai.portal.unit.Unit;

class TasksTest {

    private static final Instant OPENS = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant REGISTERED_BY = Instant.parse("2027-01-31T17:00:00Z");
    private static final Instant CLOSES = Instant.parse("2027-06-30T17:00:00Z");
    private static final Instant NOW = Instant.parse("2027-01-10T00:00:00Z");
    private static final Speech ENGLISH = WordsReader.words().speech("en", null, Words.EVERYWHERE);
    private static final Powers ALL = new Powers(true, true, true, false);
    private static final Powers NOTHING = new Powers(false, false, false, false);
    private static final Population STAFF = new Population(45, 300, 5, Map.of("iit", 30, "eit", 30), "\"1\"");

    @Test
    void whoHasRegisteredNothingBeginsThere() {
        var tasks = Tasks.of(standing(null, 0, turnout(null, false)), ALL, NOW, ENGLISH);
        assertThat(states(tasks)).containsExactly(State.TO_DO, State.WAITING, State.WAITING, State.WAITING);
        assertThat(tasks.getFirst().reason(ENGLISH)).isEqualTo("Until January 31, 2027, 24:00");
        assertThat(tasks.get(1).why()).isEqualTo("why-register-first");
        assertThat(tasks.get(2).why()).isEqualTo("why-uncounted");
    }

    @Test
    void whoMayNotRegisterWaitsForThoseWhoMay() {
        var tasks = Tasks.of(standing(null, 0, turnout(null, false)), NOTHING, NOW, ENGLISH);
        assertThat(tasks.getFirst().state()).isEqualTo(State.WAITING);
        assertThat(tasks.getFirst().place()).isNull();
    }

    @Test
    void registeringTooLateIsTheAuthoritysBusiness() {
        var none = standing(null, 0, turnout(null, false));
        assertThat(Tasks.of(none, ALL, REGISTERED_BY, ENGLISH).getFirst().state())
                .isEqualTo(State.MISSED);
        assertThat(Tasks.of(none, new Powers(true, true, true, true), REGISTERED_BY, ENGLISH)
                        .getFirst()
                        .state())
                .isEqualTo(State.TO_DO);
    }

    @Test
    void invitationsAreDrawnUntilNobodyIsLeft() {
        assertThat(draw(standing(STAFF, 0, turnout(0, false)), ALL, NOW).why()).isEqualTo("why-draw");
        var some = draw(standing(STAFF, 10, turnout(0, false)), ALL, NOW);
        assertThat(some.reason(ENGLISH)).isEqualTo("10 drawn, 30 left");
        assertThat(some.state()).isEqualTo(State.TO_DO);
        assertThat(draw(standing(STAFF, 40, turnout(0, false)), ALL, NOW).state())
                .isEqualTo(State.DONE);
    }

    @Test
    void whereOthersDrawOneWaitsForThem() {
        assertThat(draw(standing(STAFF, 0, turnout(0, false)), NOTHING, NOW).state())
                .isEqualTo(State.WAITING);
    }

    @Test
    void afterTheCloseNothingIsDrawn() {
        assertThat(draw(standing(STAFF, 10, turnout(0, false)), ALL, CLOSES).state())
                .isEqualTo(State.NOT_NEEDED);
        assertThat(draw(standing(STAFF, 0, turnout(0, false)), ALL, CLOSES).state())
                .isEqualTo(State.MISSED);
    }

    @Test
    void aUnitWithoutStaffNeedsNoInvitations() {
        var nobody = new Population(5, 300, 5, Map.of("iit", 0, "eit", 30), "\"1\"");
        assertThat(draw(standing(nobody, 0, turnout(0, false)), ALL, NOW).state())
                .isEqualTo(State.NOT_NEEDED);
    }

    @Test
    void answersAreForOthersToGive() {
        var lacking = answers(standing(STAFF, 40, turnout(12, false)), NOW);
        assertThat(lacking.state()).isEqualTo(State.WAITING);
        assertThat(lacking.reason(ENGLISH)).isEqualTo("About 18 short of the minimum of 30");
        assertThat(answers(standing(STAFF, 40, turnout(31, true)), NOW).state()).isEqualTo(State.DONE);
        assertThat(answers(standing(STAFF, 40, turnout(12, false)), CLOSES).state())
                .isEqualTo(State.MISSED);
        assertThat(answers(standing(STAFF, 40, turnout(0, false)), OPENS.minusSeconds(1))
                        .reason(ENGLISH))
                .isEqualTo("Opens January 1, 2027");
    }

    @Test
    void theMinimumMayBeReachedBeforeAnybodyIsCounted() {
        assertThat(answers(standing(STAFF, 40, turnout(null, true)), NOW).state())
                .isEqualTo(State.DONE);
    }

    @Test
    void whoSeesNoTurnoutHasNoTaskOfIt() {
        assertThat(Tasks.of(standing(STAFF, 0, null), ALL, NOW, ENGLISH)).hasSize(2);
    }

    private static Task draw(Standing standing, Powers powers, Instant now) {
        return Tasks.of(standing, powers, now, ENGLISH).get(1);
    }

    private static Task answers(Standing standing, Instant now) {
        return Tasks.of(standing, ALL, now, ENGLISH).get(2);
    }

    private static List<State> states(List<Task> tasks) {
        return tasks.stream().map(Task::state).toList();
    }

    private static Turnout turnout(Integer staff, boolean reached) {
        return new Turnout(
                null,
                false,
                List.of(
                        new Turnout.Measured("iit", 40, 30, reached, staff),
                        new Turnout.Measured("eit", 300, 30, false, staff)));
    }

    private static Standing standing(Population population, int out, Turnout turnout) {
        var drawn = out == 0
                ? List.<Draws.Draw>of()
                : List.of(new Draws.Draw(1, "iit", "slips", "unit", out + 2, LocalDate.parse("2027-01-05"), 2, 0, 0));
        var unit = new Unit("imm-test", List.of("bureau", "imm-test"), "province", Map.of("en", "Test"));
        return new Standing(
                round(), unit, population, turnout, new Draws("unit", drawn, "\"1-1\""), new Balance(List.of()));
    }

    private static Round round() {
        return new Round(
                "2570",
                Map.of("en", "Round"),
                false,
                false,
                new Round.Participants("bureau", List.of("province")),
                "open",
                List.of(
                        new Round.Step("population", OPENS, CLOSES),
                        new Round.Step("iit", OPENS, CLOSES),
                        new Round.Step("eit", OPENS, CLOSES)),
                List.of(
                        new Round.Deviation("bureau", "population", OPENS, CLOSES.minusSeconds(1)),
                        new Round.Deviation("imm-test", "population", OPENS, REGISTERED_BY)),
                List.of());
    }
}
