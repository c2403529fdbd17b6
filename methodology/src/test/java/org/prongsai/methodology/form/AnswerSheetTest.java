package org.prongsai.methodology.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.Sample;

class AnswerSheetTest {
    private final Form form = Sample.form("iit");

    @Test
    void asksLeavesInOrder() {
        assertThat(form.questions()).extracting(Question::code).containsExactly("i1.1", "i1.2", "i2", "i3");
        assertThat(form.question("i1.2").item()).isEqualTo("i1");
        assertThat(form.value("i1.2", "2")).isEqualTo(67);
        assertThat(form.value("i1.2", "na")).isNull();
    }

    @Test
    void takesACompleteSheet() {
        assertThat(new AnswerSheet(form, Map.of("i1.1", "1", "i1.2", "na", "i2", "1", "i3", "2")).faults())
                .isEmpty();
    }

    @Test
    void namesEveryFault() {
        var answers = new HashMap<String, String>(Map.of("i1.1", "9", "i2", "1", "x/9", "1", "i1", "1"));
        answers.put("i3", null);
        assertThat(new AnswerSheet(form, answers).faults())
                .containsExactly(
                        new Fault("/answers/i1.1", "unknown-option", List.of("1", "2", "3", "4", "na"), "9"),
                        Fault.of("/answers/i1.2", "missing"),
                        Fault.of("/answers/i3", "missing"),
                        Fault.of("/answers/i1", "unknown-question"),
                        Fault.of("/answers/x~19", "unknown-question"));
    }
}
