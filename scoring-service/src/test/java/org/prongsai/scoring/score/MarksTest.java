package org.prongsai.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.RoundState.StepOverride;
import org.prongsai.contracts.assessment.RoundState.StepWindow;
import org.prongsai.methodology.score.Remark;
import org.prongsai.scoring.Sample;

class MarksTest {
    private static final Instant END = Instant.parse("2024-07-01T17:00:00Z");

    private static Marks marks(Map<String, Integer> given, Instant now) {
        return Marks.of(Sample.framework(Sample.REF), given, Optional.of(END), now);
    }

    @Test
    void until_the_last_moment_what_was_not_marked_is_open() {
        var open = marks(Map.of("o1", 100), END.minusNanos(1));
        assertThat(open.counted()).isEqualTo(Map.of("o1", 100));
        assertThat(open.due()).contains(END);
        assertThat(open.ended()).isEmpty();
        assertThat(open.remarks()).isEmpty();
    }

    @Test
    void from_the_end_on_it_counts_as_not_filed_and_says_so() {
        var over = marks(Map.of("o1", 100), END);
        assertThat(over.counted()).isEqualTo(Map.of("o1", 100, "o2", 0, "o3", 0));
        assertThat(over.due()).isEmpty();
        assertThat(over.ended()).contains(END);
        assertThat(over.remarks()).containsExactly(new Remark("oit", null, "unfiled", null, 2L));
    }

    @Test
    void a_unit_without_any_mark_has_no_data_rather_than_zero() {
        assertThat(marks(Map.of(), END.plusSeconds(1)).counted()).isEmpty();
    }

    @Test
    void marks_the_framework_does_not_know_count_for_nothing_and_it_is_said_how_many() {
        var marks = marks(Map.of("o1", 50, "o2", 100, "x", 0), END.minusSeconds(1));
        assertThat(marks.counted()).isEqualTo(Map.of("o2", 100));
        assertThat(marks.remarks()).containsExactly(new Remark("oit", null, "marks-left-out", 0L, 2L));
        assertThat(marks(Map.of("e1", 100), END.minusSeconds(1)).remarks()).hasSize(1);
    }

    @Test
    void a_round_that_never_ends_leaves_them_open() {
        var marks = Marks.of(Sample.framework(Sample.REF), Map.of("o1", 100), Optional.empty(), Sample.FUTURE);
        assertThat(marks.counted()).hasSize(1);
        assertThat(marks.due()).isEmpty();
    }

    @Test
    void the_nearest_override_of_marking_decides_and_filing_where_there_is_no_marking() {
        var state = Sample.round("r", Sample.REF, "root", END);
        assertThat(Timetable.of(state).markedUntil(List.of("root", "a"))).contains(END);
        var overridden = withOverride(state, new StepOverride("a", "marking", Sample.PAST, Sample.FUTURE, "flood"));
        assertThat(Timetable.of(overridden).markedUntil(List.of("root", "a"))).contains(Sample.FUTURE);
        assertThat(Timetable.of(overridden).markedUntil(List.of("root", "b"))).contains(END);
    }

    private static org.prongsai.contracts.assessment.RoundState withOverride(
            org.prongsai.contracts.assessment.RoundState state, StepOverride override) {
        return new org.prongsai.contracts.assessment.RoundState(
                state.round(),
                state.title(),
                state.framework(),
                state.participants(),
                state.k(),
                state.release(),
                state.synthetic(),
                List.of(
                        new StepWindow("a-later-step", Sample.PAST, END),
                        state.windows().get(1)),
                List.of(override));
    }
}
