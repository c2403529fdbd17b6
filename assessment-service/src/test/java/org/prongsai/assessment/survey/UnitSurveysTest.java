package org.prongsai.assessment.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.assessment.round.Round;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.contracts.assessment.RoundState.StepWindow;
import org.prongsai.methodology.calendar.Window;
import org.prongsai.methodology.form.Form;

class UnitSurveysTest {

    private static final Agency CHIANGMAI = Given.agency(Given.CHIANGMAI, "province");
    private static final Instant NOW = Given.NOON;

    @Test
    void what_is_open_comes_first_then_what_is_ahead_then_what_is_over_each_newest_first() {
        var found = List.of(
                survey("over-old", -300, -200),
                survey("ahead-soon", 10, 20),
                survey("open-old", -30, 20),
                survey("over-new", -100, -50),
                survey("ahead-late", 30, 40),
                survey("open-new", -3, 20));
        assertThat(rounds(found))
                .containsExactly("open-new", "open-old", "ahead-late", "ahead-soon", "over-new", "over-old");
    }

    @Test
    void a_round_that_is_over_for_longer_than_a_year_is_left_out_with_all_its_surveys() {
        assertThat(rounds(List.of(survey("old", -400, -366), survey("last", -400, -365))))
                .containsExactly("last");
        var one = List.of(survey("one", "iit", -500, -400), survey("one", "eit", -400, -300));
        assertThat(rounds(one)).containsExactly("one", "one");
    }

    @Test
    void surveys_of_one_round_keep_the_order_of_the_framework() {
        var shown = UnitSurveys.of(CHIANGMAI, List.of(survey("r", "iit", -1, 1), survey("r", "eit", -1, 1)), NOW);
        assertThat(shown.surveys()).extracting(UnitSurveys.Entry::instrument).containsExactly("iit", "eit");
    }

    @Test
    void each_says_what_it_is_and_who_can_answer_it() {
        var entry = UnitSurveys.of(CHIANGMAI, List.of(survey("r", "eit", -1, 1)), NOW)
                .surveys()
                .getFirst();
        int questions = Form.of(Given.FRAMEWORK.instrument("eit").orElseThrow()).size();
        assertThat(entry)
                .isEqualTo(new UnitSurveys.Entry(
                        "r",
                        Map.of("en", "r"),
                        true,
                        true,
                        "eit",
                        "ita-immigration-2567@1",
                        null,
                        "open",
                        at(-1),
                        at(1),
                        Given.FRAMEWORK.languages(),
                        questions,
                        true));
        assertThat(UnitSurveys.of(CHIANGMAI, List.of(survey("r", "iit", -1, 1)), NOW)
                        .surveys()
                        .getFirst()
                        .open())
                .isFalse();
    }

    @Test
    void a_unit_that_is_assessed_as_part_of_another_one_is_led_there() {
        var joined = new UnitSurvey(survey("r", "eit", -1, 1).survey(), "imm-division-5");
        assertThat(UnitSurveys.of(CHIANGMAI, List.of(joined), NOW).surveys())
                .extracting(UnitSurveys.Entry::lead)
                .containsExactly("imm-division-5");
    }

    @Test
    void a_unit_in_no_round_has_none() {
        assertThat(UnitSurveys.of(CHIANGMAI, List.of(), NOW).surveys()).isEmpty();
        assertThat(UnitSurveys.of(CHIANGMAI, List.of(), NOW).agency().path()).isEqualTo(Given.CHIANGMAI);
    }

    private static List<String> rounds(List<UnitSurvey> found) {
        return UnitSurveys.of(CHIANGMAI, found, NOW).surveys().stream()
                .map(UnitSurveys.Entry::round)
                .toList();
    }

    private static UnitSurvey survey(String round, int opens, int closes) {
        return survey(round, "eit", opens, closes);
    }

    private static UnitSurvey survey(String round, String instrument, int opens, int closes) {
        return new UnitSurvey(
                new Survey(
                        new Round(state(round, new StepWindow(instrument, at(opens), at(closes))), 1),
                        Given.FRAMEWORK,
                        instrument,
                        Form.of(Given.FRAMEWORK.instrument(instrument).orElseThrow()),
                        new Window(at(opens), at(closes))),
                null);
    }

    private static RoundState state(String round, StepWindow window) {
        var given = Given.state();
        return new RoundState(
                round,
                Map.of("en", round),
                given.framework(),
                given.participants(),
                given.k(),
                given.release(),
                true,
                List.of(window),
                List.of(),
                true,
                List.of(),
                List.of());
    }

    private static Instant at(int days) {
        return NOW.plus(Duration.ofDays(days));
    }
}
