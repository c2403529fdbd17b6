package org.prongsai.assessment.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.challenge.Passage;
import org.prongsai.assessment.pool.Place;
import org.prongsai.assessment.response.Intake.Decision;
import org.prongsai.assessment.round.Round;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.contracts.assessment.RoundState.Erratum;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;

class IntakeTest {

    private static final Passage UNVOUCHED = new Passage(Passage.Way.UNVERIFIED, List.of());
    private static final Passage EXPIRED = new Passage(Passage.Way.UNVERIFIED, List.of(Fault.of("/proof", "expired")));
    private static final String TOKEN = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);

    @Test
    void takes_complete_answers_while_the_window_is_open() {
        assertThat(decide("eit", "1", Given.answers("eit"), Given.NOON)).isInstanceOf(Decision.Admitted.class);
        assertThat(decide("eit", "1", Given.answers("eit"), Given.OPENS)).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void a_window_is_half_open() {
        assertThat(decide("eit", "1", Given.answers("eit"), Given.CLOSES)).isInstanceOf(Decision.OnlyAgain.class);
        assertThat(decide("eit", "1", Given.answers("eit"), Given.CLOSES.minusNanos(1)))
                .isInstanceOf(Decision.Admitted.class);
        assertThat(turned(decide("eit", "1", Given.answers("eit"), Given.OPENS.minusNanos(1)))
                        .faults())
                .extracting(Fault::reason)
                .containsExactly("not-yet-open");
    }

    @Test
    void what_comes_late_may_be_a_repeat_only_if_it_could_have_been_taken_in_time() {
        assertThat(decide("eit", "1", Given.answers("eit"), Given.CLOSES))
                .isInstanceOfSatisfying(Decision.OnlyAgain.class, late -> {
                    assertThat(late.admission().answers()).isEqualTo(Given.answers("eit"));
                    assertThat(late.otherwise().type()).isEqualTo(ProblemType.WINDOW_CLOSED);
                });
        assertThat(turned(decide("eit", "1", Map.of("e1", "99"), Given.CLOSES)).type())
                .isEqualTo(ProblemType.WINDOW_CLOSED);
        assertThat(turned(decide("iit", "1", Given.answers("iit"), Given.CLOSES))
                        .type())
                .isEqualTo(ProblemType.WINDOW_CLOSED);
    }

    @Test
    void names_every_fault_at_once() {
        var answers = new LinkedHashMap<>(Given.answers("eit"));
        answers.remove("e2");
        answers.put("e1", "99");
        answers.put("x9", "1");
        var submission = submission("eit", "1", "xx", "broker", null, new Submission.Ticket("short", null), answers);
        var problem = turned(Intake.decide(Given.survey("eit"), "imm-chiangmai", submission, Backing.NONE, Given.NOON));
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_RESPONSE);
        assertThat(problem.faults())
                .extracting(f -> f.pointer() + " " + f.reason())
                .containsExactlyInAnyOrder(
                        "/answers/e1 unknown-option",
                        "/answers/e2 missing",
                        "/answers/x9 unknown-question",
                        "/capacity unknown-capacity",
                        "/language unknown-language",
                        "/ticket/token invalid-token");
        assertThat(problem.faults().toString()).doesNotContain("short");
    }

    @Test
    void nothing_at_all_is_refused_with_every_question_missing() {
        var problem = turned(Intake.decide(
                Given.survey("eit"),
                "imm-chiangmai",
                submission("eit", null, null, null, null, null, null),
                Backing.NONE,
                Given.NOON));
        assertThat(problem.faults()).hasSize(10);
    }

    @Test
    void an_unknown_part_is_named_with_the_known_ones() {
        assertThat(turned(decide("eit", "7", Given.answers("eit"), Given.NOON)).faults())
                .singleElement()
                .satisfies(f -> assertThat(f.expected()).isEqualTo(java.util.List.of("1", "2")));
    }

    @Test
    void parts_that_ask_for_a_ticket_take_no_answer_without_one() {
        assertThat(turned(decide("iit", "1", Given.answers("iit"), Given.NOON)).type())
                .isEqualTo(ProblemType.TICKET_INVALID);
        assertThat(turned(decide("eit", "2", Given.answers("eit"), Given.NOON)).type())
                .isEqualTo(ProblemType.TICKET_INVALID);
    }

    @Test
    void what_nothing_vouches_for_is_taken_aside_under_the_same_receipt() {
        var free = (Decision.Admitted) decide("eit", "1", Given.answers("eit"), Given.NOON);
        var aside = (Decision.Admitted) decide("eit", "1", Given.answers("eit"), UNVOUCHED, Given.NOON);
        assertThat(free.admission().places()).extracting(Place::part).containsExactly("1");
        assertThat(aside.admission().places()).extracting(Place::part).containsExactly("1", "1-unverified");
        assertThat(aside.admission().tokenHash()).isEqualTo(free.admission().tokenHash());
    }

    @Test
    void a_worthless_proof_is_named_with_all_other_faults_and_alone_lets_a_stored_answer_come_again() {
        assertThat(turned(decide("eit", "1", Map.of("e1", "1"), EXPIRED, Given.NOON))
                        .faults())
                .extracting(f -> f.pointer() + " " + f.reason())
                .contains("/answers/e2 missing", "/proof expired");
        assertThat(decide("eit", "1", Given.answers("eit"), EXPIRED, Given.NOON))
                .isInstanceOfSatisfying(
                        Decision.OnlyAgain.class,
                        again -> assertThat(again.otherwise().faults()).isEqualTo(EXPIRED.faults()));
        assertThat(turned(decide("eit", "7", Given.answers("eit"), EXPIRED, Given.OPENS.minusNanos(1)))
                        .type())
                .isEqualTo(ProblemType.WINDOW_CLOSED);
    }

    @Test
    void answers_to_a_form_that_an_erratum_replaced_are_taken_and_to_any_other_refused() {
        var erratum = new Erratum(
                "ita-immigration-2567@1", "ita-immigration-2567@2", LocalDate.of(2026, 10, 20), "a word was missing");
        var moved = Given.state().withFramework("ita-immigration-2567@2", List.of(erratum));
        var survey = Survey.of(new Round(moved, 2), Given.FRAMEWORK.at(2), "eit", Given.CHIANGMAI)
                .orElseThrow();
        for (var shown : Arrays.asList("ita-immigration-2567@2", "ita-immigration-2567@1", null))
            assertThat(decide(survey, shown)).as(shown).isInstanceOf(Decision.Admitted.class);
        for (var shown : List.of("ita-immigration-2567@3", "ita-immigration-2567", ""))
            assertThat(turned(decide(survey, shown)).faults())
                    .containsExactly(new Fault("/framework", "other-framework", "ita-immigration-2567@2", shown));
        assertThat(turned(decide(Given.survey("eit"), "ita-immigration-2567@2")).type())
                .isEqualTo(ProblemType.INVALID_RESPONSE);
    }

    @Test
    void only_a_later_version_of_the_same_name_may_be_one_not_heard_of() {
        var survey = Given.survey("eit");
        assertThat(survey.before("ita-immigration-2567@2")).isTrue();
        for (var other : Arrays.asList("ita-immigration-2567@1", "ita-police-2567@2", "ita-immigration-2567", null))
            assertThat(survey.before(other)).as(other).isFalse();
    }

    private static Decision decide(Survey survey, String framework) {
        var submission =
                submission("eit", "1", "th", null, framework, new Submission.Ticket(TOKEN, null), Given.answers("eit"));
        return Intake.decide(survey, "imm-chiangmai", submission, Backing.NONE, Given.NOON);
    }

    private static Decision decide(String instrument, String part, Map<String, String> answers, Instant now) {
        return decide(instrument, part, answers, Passage.FREE, now);
    }

    private static Decision decide(
            String instrument, String part, Map<String, String> answers, Passage passage, Instant now) {
        var submission = submission(instrument, part, "th", "agent", null, new Submission.Ticket(TOKEN, null), answers);
        var backing = new Backing(Optional.empty(), passage);
        return Intake.decide(Given.survey(instrument), "imm-chiangmai", submission, backing, now);
    }

    private static Submission submission(
            String instrument,
            String part,
            String language,
            String capacity,
            String framework,
            Submission.Ticket ticket,
            Map<String, String> answers) {
        return new Submission(instrument, part, language, capacity, framework, ticket, null, null, answers);
    }

    private static Problem turned(Decision decision) {
        return ((Decision.Turned) decision).problem();
    }
}
