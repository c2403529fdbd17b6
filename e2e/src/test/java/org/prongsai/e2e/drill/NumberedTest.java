package org.prongsai.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prongsai.e2e.drill.Numbered.Question;

class NumberedTest {

    private final Numbered survey = new Numbered(List.of(
            new Question("e1", List.of("a", "b", "c")),
            new Question("e2", List.of("yes", "no")),
            new Question("e3", List.of("1", "2", "3", "4"))));

    @Test
    void every_number_has_answers_of_its_own_and_is_read_from_them() {
        assertThat(survey.size()).isEqualTo(24);
        assertThat(IntStream.range(0, 24).mapToObj(survey::answers).distinct()).hasSize(24);
        assertThat(IntStream.range(0, 24)).allSatisfy(number -> assertThat(survey.number(survey.answers(number)))
                .hasValue(number));
    }

    @Test
    void a_number_that_is_too_large_is_not_written() {
        assertThatThrownBy(() -> survey.answers(24)).hasMessageContaining("24");
    }

    @Test
    void a_survey_with_more_sheets_than_can_be_counted_has_as_many_numbers_as_can() {
        var question = new Question("q", List.of("1", "2", "3", "4", "5", "6", "7"));
        var long_ = new Numbered(IntStream.range(0, 15)
                .mapToObj(n -> new Question("i" + n, question.options()))
                .toList());
        assertThat(long_.size()).isEqualTo(Integer.MAX_VALUE);
        assertThat(long_.number(long_.answers(Integer.MAX_VALUE - 1))).hasValue(Integer.MAX_VALUE - 1);
    }

    @Test
    void answers_that_nobody_was_given_are_no_number() {
        assertThat(survey.number(Map.of("e1", "a", "e2", "yes"))).isEmpty();
        assertThat(survey.number(Map.of("e1", "a", "e2", "yes", "e3", "5"))).isEmpty();
        assertThat(survey.number(Map.of("e1", "a", "e2", "yes", "e4", "1"))).isEmpty();
    }
}
