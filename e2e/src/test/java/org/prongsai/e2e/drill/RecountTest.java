package org.prongsai.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.contracts.assessment.ResponsesReleased.Answered;
import org.prongsai.e2e.drill.Numbered.Question;
import org.prongsai.e2e.drill.Recount.Place;

class RecountTest {

    private final Numbered survey = new Numbered(
            List.of(new Question("e1", List.of("a", "b", "c", "d")), new Question("e2", List.of("1", "2", "3", "4"))));
    private final Recount recount = new Recount("drill", 2, Map.of("eit", survey));

    @Test
    void what_was_added_counts_and_what_was_withdrawn_does_not() {
        recount.take(released("drill", List.of(0, 1), List.of()));
        recount.take(released("drill", List.of(2, 3), List.of(1)));
        assertThat(times(5)).containsExactly(1, 0, 1, 1, 0);
        assertThat(recount.faults()).isEmpty();
        assertThat(recount.units()).containsExactly(Map.entry(new Place("unit", "eit"), 3));
        assertThat(recount.released()).isEqualTo(3);
        assertThat(recount.beyond("eit", 3)).isEqualTo(1);
    }

    @Test
    void a_number_that_counts_twice_even_for_a_moment_is_a_fault() {
        recount.take(released("drill", List.of(0, 1), List.of()));
        recount.take(released("drill", List.of(1, 2), List.of()));
        recount.take(released("drill", List.of(3, 4), List.of(1)));
        assertThat(times(2)).containsExactly(1, 1);
        assertThat(recount.faults()).containsExactly("eit 1 counted 2 times");
    }

    @Test
    void withdrawing_what_never_counted_is_a_fault() {
        recount.take(released("drill", List.of(0, 1), List.of(2)));
        assertThat(recount.faults()).containsExactly("eit 2 counted -1 times");
    }

    @Test
    void too_few_together_and_answers_of_nobody_are_faults() {
        recount.take(released("drill", List.of(0), List.of()));
        assertThat(recount.faults()).containsExactly("1 changes left together");
        var strange = List.of(new Answered(UUID.randomUUID(), Map.of("e1", "z", "e2", "1")), answered(1));
        recount.take(new ResponsesReleased("drill", "unit", "eit", "1", "f@1", strange, List.of()));
        assertThat(recount.faults()).contains("answers to eit that nobody gave");
    }

    @Test
    void other_rounds_do_not_matter() {
        recount.take(released("other", List.of(0), List.of()));
        assertThat(times(1)).containsExactly(0);
        assertThat(recount.faults()).isEmpty();
    }

    @Test
    void a_record_that_lies_there_again_is_not_heard_and_a_gap_is_a_fault() {
        assertThat(List.of(recount.hears("a", 1), recount.hears("a", 2), recount.hears("b", 1)))
                .containsOnly(true);
        assertThat(List.of(recount.hears("a", 1), recount.hears("a", 2))).containsOnly(false);
        assertThat(recount.repeats()).isEqualTo(2);
        assertThat(recount.faults()).isEmpty();
        assertThat(recount.hears("a", 4)).isTrue();
        assertThat(recount.faults()).containsExactly("a stream goes on with 4 after 2");
    }

    private int[] times(int end) {
        return IntStream.range(0, end)
                .map(number -> recount.times("eit", number))
                .toArray();
    }

    private ResponsesReleased released(String round, List<Integer> added, List<Integer> withdrawn) {
        return new ResponsesReleased(
                round,
                "unit",
                "eit",
                "1",
                "f@1",
                added.stream().map(this::answered).toList(),
                withdrawn.stream().map(this::answered).toList());
    }

    private Answered answered(int number) {
        return new Answered(UUID.randomUUID(), survey.answers(number));
    }
}
