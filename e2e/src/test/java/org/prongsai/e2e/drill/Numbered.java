package org.prongsai.e2e.drill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A number written as the answers to a survey, one digit a question. What is released holds no token, and may hold none:
 * so the answers themselves must say whose they are.
 */
record Numbered(List<Question> questions) {

    /** @param options codes; as many as the digit may have values */
    record Question(String code, List<String> options) {}

    /** How many numbers there are, or as many as an {@code int} can count. */
    int size() {
        long size = 1;
        for (var question : questions) {
            size = Math.min(Integer.MAX_VALUE, size * question.options().size());
        }
        return (int) size;
    }

    Map<String, String> answers(int number) {
        if (number < 0 || number >= size()) {
            throw new IllegalArgumentException(number + " cannot be written with " + size() + " sheets of answers");
        }
        var answers = new LinkedHashMap<String, String>();
        int rest = number;
        for (var question : questions) {
            int radix = question.options().size();
            answers.put(question.code(), question.options().get(rest % radix));
            rest /= radix;
        }
        return answers;
    }

    /** Empty where these are the answers of nobody who was given a number. */
    OptionalInt number(Map<String, String> answers) {
        if (answers.size() != questions.size()) {
            return OptionalInt.empty();
        }
        long number = 0;
        for (var question : questions.reversed()) {
            int digit = question.options().indexOf(answers.getOrDefault(question.code(), ""));
            number = number * question.options().size() + digit;
            if (digit < 0 || number > Integer.MAX_VALUE) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of((int) number);
    }
}
