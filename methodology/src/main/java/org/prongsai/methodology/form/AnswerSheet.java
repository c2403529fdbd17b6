package org.prongsai.methodology.form;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.Fault;

/** What one person ticked, and everything that is wrong with it: every question is required, nothing else is allowed. */
public record AnswerSheet(Form form, Map<String, @Nullable String> answers) {

    public List<Fault> faults() {
        return Stream.concat(form.questions().stream().flatMap(this::faults), strangers())
                .toList();
    }

    private Stream<Fault> faults(Question question) {
        var pointer = pointer(question.code());
        var option = answers.get(question.code());
        if (option == null) return Stream.of(Fault.of(pointer, "missing"));
        if (question.optionCodes().contains(option)) return Stream.of();
        return Stream.of(new Fault(pointer, "unknown-option", question.optionCodes(), option));
    }

    private Stream<Fault> strangers() {
        return new TreeSet<>(answers.keySet())
                .stream()
                        .filter(question -> !form.asks(question))
                        .map(question -> Fault.of(pointer(question), "unknown-question"));
    }

    private static String pointer(String question) {
        return "/answers" + Fault.step(question);
    }
}
