package org.prongsai.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prongsai.contracts.assessment.Candidate;
import org.prongsai.contracts.assessment.RoundOpened;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.contracts.assessment.RoundState.Erratum;
import org.prongsai.contracts.assessment.RoundState.StepOverride;

class RoundStateTest {

    private static final List<String> NAN = List.of("royal-thai-police", "immigration-bureau", "imm-nan");
    private static final List<String> HUAIKON =
            List.of("royal-thai-police", "immigration-bureau", "imm-nan", "imm-nan-huaikon");

    @Test
    void a_round_told_before_there_were_rehearsals_counts_and_joins_nobody() throws Exception {
        var old = state("RoundOpened");
        assertThat(old.counts()).isTrue();
        assertThat(old.joint()).isEmpty();
        assertThat(old.errata()).isEmpty();
        assertThat(old.includes(always(HUAIKON, "checkpoint"))).isTrue();
        assertThat(EventJson.write(new RoundOpened(old))).doesNotContain("rehearsal", "joint", "errata");
    }

    @Test
    void a_rehearsal_never_counts() throws Exception {
        assertThat(state("RoundReframed").counts()).isFalse();
    }

    @Test
    void a_unit_assessed_with_another_takes_no_part_of_its_own() throws Exception {
        var state = state("UnitsJoined");
        assertThat(state.includes(always(HUAIKON, "checkpoint"))).isFalse();
        assertThat(state.lead("imm-nan-huaikon")).contains("imm-nan");
        assertThat(state.includes(always(NAN, "province"))).isTrue();
        assertThat(state.lead("imm-nan")).isEmpty();
        assertThat(state.with("imm-nan")).containsExactly("imm-nan-huaikon");
        assertThat(state.with("imm-phrae")).isEmpty();
    }

    @Test
    void whatever_changes_everything_else_stays() throws Exception {
        var state = state("RoundReframed");
        assertThat(state.withCalendar(state.windows(), state.overrides())).isEqualTo(state);
        assertThat(state.withJoint(state.joint())).isEqualTo(state);
        assertThat(state.withFramework(state.framework(), state.errata())).isEqualTo(state);
        assertThat(state.withJoint(List.of()).joint()).isEmpty();
        assertThat(state.withFramework("f@3", List.of()).framework()).isEqualTo("f@3");
        assertThat(state.withCalendar(List.of(), List.of()).windows()).isEmpty();
    }

    /** The first window opens on 1 January 2024 in Bangkok. */
    @ParameterizedTest
    @CsvSource({
        ",, true", // told of no days
        "2020-01-01,, true",
        "2024-01-01,, true",
        "2024-01-02,, false", // begins after the first day
        "2020-01-01, 2023-12-31, false", // ended before it
        "2020-01-01, 2024-01-01, true",
        "2020-01-01, 2024-03-31, true", // ends while the round runs
        ", 2023-12-31, false"
    })
    void who_existed_on_the_first_day_takes_part(LocalDate from, LocalDate to, boolean takesPart) throws Exception {
        var state = state("RoundOpened");
        assertThat(state.firstDay()).contains(LocalDate.of(2024, 1, 1));
        assertThat(state.includes(new Candidate(NAN, "province", from, to))).isEqualTo(takesPart);
        assertThat(state.covers(new Candidate(NAN, "province", from, to))).isEqualTo(takesPart);
        assertThat(state("UnitsJoined").covers(new Candidate(HUAIKON, "checkpoint", from, to)))
                .isEqualTo(takesPart);
    }

    @Test
    void dates_of_a_branch_do_not_move_the_first_day_and_without_windows_there_is_none() throws Exception {
        var state = state("RoundOpened");
        var early = new StepOverride("imm-nan", "eit", Instant.parse("2019-01-01T00:00:00Z"), Instant.MAX, "flood");
        assertThat(state.withCalendar(state.windows(), List.of(early)).firstDay())
                .isEqualTo(state.firstDay());
        var none = state.withCalendar(List.of(), List.of(early));
        assertThat(none.firstDay()).isEmpty();
        assertThat(none.includes(new Candidate(NAN, "province", LocalDate.MAX, null)))
                .isTrue();
    }

    @Test
    void answers_to_versions_that_errata_replaced_are_answers_still() throws Exception {
        var day = LocalDate.of(2024, 2, 1);
        var other = new Erratum("f@1", "f@2", day, "a comma");
        var one = new Erratum("f@3", "f@4", day, "a word");
        var two = new Erratum("f@4", "f@5", day, "a word");
        var state = state("RoundOpened").withFramework("f@5", List.of(other, one, two));
        for (var ref : List.of("f@5", "f@4", "f@3"))
            assertThat(state.asks(ref)).as(ref).isTrue();
        for (var ref : List.of("f@2", "f@1", "f@6", "f", ""))
            assertThat(state.asks(ref)).as(ref).isFalse();
    }

    private static Candidate always(List<String> path, String type) {
        return new Candidate(path, type, null, null);
    }

    private static RoundState state(String type) throws Exception {
        var sample = SamplesTest.sample(Catalogue.find(type).orElseThrow());
        return type.equals("RoundOpened")
                ? EventJson.read(RoundOpened.class, sample).state()
                : EventJson.MAPPER.treeToValue(EventJson.MAPPER.readTree(sample).path("state"), RoundState.class);
    }
}
