package org.prongsai.assessment.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.round.Amended;
import org.prongsai.assessment.round.Round;
import org.prongsai.contracts.assessment.RoundReframed;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.contracts.assessment.RoundState.Erratum;
import org.prongsai.contracts.assessment.RoundState.StepOverride;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.framework.Framework;

class MoveTest {

    private static final String ONE = "ita-immigration-2567@1";
    private static final String TWO = "ita-immigration-2567@2";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final Moment BEFORE_ANSWERS = new Moment(false, false, TODAY);
    private static final Moment ANSWERED = new Moment(true, false, TODAY);
    private static final Moment FILING = new Moment(false, true, TODAY);
    private static final String WORD = "How far do officers";

    private static Framework version(int n, String from, String to) {
        var text = Given.frameworkYaml();
        assertThat(text).contains(from);
        return FrameworkFile.parse(text.replace(from, to)).orThrow().at(n);
    }

    private static Amended move(RoundState before, Framework to, Moment moment) {
        var request = new Move.Request(to.ref(), "a word was missing");
        return Move.of(before, request, Given.FRAMEWORK, Optional.of(to), moment);
    }

    private static List<String> faults(Amended decision) {
        return decision.faults().stream()
                .map(fault -> fault.pointer() + " " + fault.reason())
                .toList();
    }

    @Test
    void before_the_first_answer_any_newer_version_may_come_and_is_no_erratum() {
        var decision = move(Given.state(), version(2, "value: 100}", "value: 99}"), BEFORE_ANSWERS);
        assertThat(decision.faults()).isEmpty();
        assertThat(decision.state()).isEqualTo(Given.state().withFramework(TWO, List.of()));
        assertThat(decision.events())
                .singleElement()
                .isEqualTo(new RoundReframed(decision.state(), ONE, "a word was missing"));
    }

    @Test
    void afterwards_other_words_may_come_and_are_logged_as_an_erratum() {
        var earlier = new Erratum("x@1", "x@2", TODAY.minusDays(3), "a comma");
        var before = Given.state().withFramework(ONE, List.of(earlier));
        var decision = move(before, version(2, WORD, "How much do officers"), ANSWERED);
        assertThat(decision.faults()).isEmpty();
        assertThat(decision.state().framework()).isEqualTo(TWO);
        assertThat(decision.state().errata())
                .containsExactly(earlier, new Erratum(ONE, TWO, TODAY, "a word was missing"));
    }

    @Test
    void afterwards_everything_that_would_score_otherwise_is_named() {
        var decision =
                move(Given.state(), version(2, "censusBelow: 30, floor: 30", "censusBelow: 20, floor: 20"), ANSWERED);
        assertThat(decision.state()).isEqualTo(Given.state());
        assertThat(decision.events()).isEmpty();
        assertThat(decision.faults())
                .extracting(fault -> fault.pointer() + " " + fault.reason())
                .containsExactly("/framework changes-scoring", "/framework changes-scoring");
        assertThat(decision.faults())
                .extracting(fault -> fault.expected() + " → " + fault.actual())
                .containsExactly(
                        "/sampleRule/censusBelow: 30 → /sampleRule/censusBelow: 20",
                        "/sampleRule/floor: 30 → /sampleRule/floor: 20");
    }

    @Test
    void another_framework_an_older_version_and_no_version_are_refused_with_a_missing_reason() {
        var nothing = new Move.Request(null, null);
        assertThat(faults(Move.of(Given.state(), nothing, Given.FRAMEWORK, Optional.empty(), BEFORE_ANSWERS)))
                .containsExactly("/reason invalid-reason", "/framework unknown-framework");
        var other = version(2, "name: ita-immigration-2567", "name: ita-police-2567");
        assertThat(faults(move(Given.state(), other, BEFORE_ANSWERS))).containsExactly("/framework other-framework");
        var newer = Given.FRAMEWORK.at(10);
        var back = Move.of(
                Given.state(),
                new Move.Request(TWO, "x".repeat(501)),
                newer,
                Optional.of(version(9, WORD, "x")),
                ANSWERED);
        assertThat(faults(back)).containsExactly("/reason invalid-reason", "/framework not-newer");
    }

    @Test
    void the_version_that_holds_already_changes_nothing() {
        var decision = move(Given.state(), Given.FRAMEWORK, ANSWERED);
        assertThat(decision).isEqualTo(new Amended(Given.state(), List.of(), List.of()));
    }

    @Test
    void a_survey_without_a_window_does_not_fit_and_none_may_go() {
        var renamed = version(2, "code: eit", "code: xit");
        assertThat(faults(move(Given.state(), renamed, BEFORE_ANSWERS)))
                .containsExactly("/framework missing-step", "/framework survey-dropped");
    }

    @Test
    void the_rounds_k_must_be_one_that_the_version_allows() {
        var larger = version(2, "least: 3, default: 5", "least: 6, default: 6");
        assertThat(faults(move(Given.state(), larger, BEFORE_ANSWERS))).containsExactly("/framework group-size");
    }

    @Test
    void once_somebody_may_have_filed_no_item_goes() {
        var without = version(2, "code: o35\n", "code: o99\n");
        assertThat(faults(move(Given.state(), without, BEFORE_ANSWERS))).isEmpty();
        assertThat(move(Given.state(), without, FILING).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.reason()).isEqualTo("item-dropped");
                    assertThat(fault.expected()).isEqualTo("the item o35");
                });
        assertThat(faults(move(Given.state(), version(2, "marks: [0, 100]", "marks: [0, 50]"), FILING)))
                .containsExactly("/framework mark-dropped");
        assertThat(faults(move(Given.state(), version(2, WORD, "x"), FILING))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "มาตรการส่งเสริมคุณธรรมและความโปร่งใส และรายงานผล\", en: \"Integrity and transparency measures and report"
                        + "|เรื่องร้องเรียน\", en: \"Complaints",
                "{code: \"3\", text: {th: \"ผลของมาตรการ\"|{code: \"4\", text: {th: \"ผลของมาตรการ\"",
                "en: \"Results of the measures\"}}|en: \"Results of the measures\"}, asOf: \"2024-03-31\"}",
            })
    void once_somebody_may_have_filed_no_item_becomes_another_thing(String was, String is) {
        var replaced = version(2, was, is);
        assertThat(faults(move(Given.state(), replaced, BEFORE_ANSWERS))).isEmpty();
        assertThat(move(Given.state(), replaced, FILING).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.reason()).isEqualTo("item-replaced");
                    assertThat(String.valueOf(fault.expected()))
                            .startsWith("o35 of ")
                            .contains("Integrity and transparency measures and report, elements 1, 2, 3");
                    assertThat(String.valueOf(fault.actual()))
                            .startsWith("o35 of ")
                            .isNotEqualTo(String.valueOf(fault.expected()));
                });
    }

    @Test
    void nor_does_it_go_to_another_group_but_other_words_may_come() {
        var moved = version(2, "- code: \"10.2\"", "- code: \"10.3\"");
        assertThat(faults(move(Given.state(), moved, FILING))).isNotEmpty().containsOnly("/framework item-replaced");
        assertThat(faults(move(
                        Given.state(),
                        version(2, "Integrity and transparency measures", "Transparency measures"),
                        FILING)))
                .isEmpty();
    }

    @Test
    void afterwards_no_label_or_question_becomes_another_one() {
        var swapped = FrameworkFile.parse(Given.frameworkYaml()
                        .replace("en: \"In almost everything\"", "en: \"x\"")
                        .replace("en: \"In everything\"", "en: \"In almost everything\"")
                        .replace("en: \"x\"", "en: \"In everything\""))
                .orThrow()
                .at(2);
        var decision = move(Given.state(), swapped, ANSWERED);
        assertThat(faults(decision)).isNotEmpty().containsOnly("/framework changes-meaning");
        assertThat(decision.faults().getFirst().expected().toString()).endsWith("/label/en: In almost everything");
        assertThat(decision.faults().getFirst().actual().toString()).endsWith("/label/en: In everything");
        assertThat(faults(move(Given.state(), swapped, BEFORE_ANSWERS))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ita-immigration-2567", "ita-immigration-2567@", "ita-immigration-2567@0", "", "@2"})
    void a_name_without_a_version_is_no_version(String ref) {
        var newest = Optional.of(version(2, WORD, "How much do officers"));
        assertThat(faults(Move.of(
                        Given.state(), new Move.Request(ref, "a word"), Given.FRAMEWORK, newest, BEFORE_ANSWERS)))
                .containsExactly("/framework bad-ref");
    }

    @Test
    void filing_begins_with_the_first_unit_that_may() {
        var first = Given.NOON;
        var late = new StepOverride("imm-division-5", "oit", first, Given.CLOSES, "early");
        var round = new Round(Given.state(late), 1);
        assertThat(Moment.of(round, false, first.minusSeconds(1)).filing()).isFalse();
        assertThat(Moment.of(round, false, first).filing()).isTrue();
        assertThat(Moment.of(new Round(Given.state(), 1), true, Given.CLOSES))
                .isEqualTo(new Moment(true, false, LocalDate.of(2026, 12, 1)));
        assertThat(Moment.of(round, true, Instant.parse("2026-11-01T17:00:00Z")).today())
                .isEqualTo(LocalDate.of(2026, 11, 2));
    }
}
