package org.prongsai.portal.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prongsai.portal.survey.Form;
import org.prongsai.portal.survey.Submission;

/**
 * A form as a visitor has filled it in so far; what it cannot hold is left out.
 *
 * @param answers option code by question code, of questions and options that the form has
 * @param token that the page came with
 * @param key the change key of an earlier answer, as it was typed
 * @param capacity {@code self}, {@code for-someone}, {@code agent} or nothing
 * @param counterCode as it was typed
 */
record Filled(Map<String, String> answers, String token, String key, String capacity, String counterCode) {

    private static final String PART = "1";
    private static final List<String> CAPACITIES = List.of("self", "for-someone", "agent");

    static Filled empty(String token) {
        return new Filled(Map.of(), token, "", "", "");
    }

    /** Of the fields of a form that was sent; a token that is none is replaced by the fresh one. */
    static Filled of(Form form, Map<String, String> fields, String fresh) {
        var answers = new LinkedHashMap<String, String>();
        for (var question : form.questions()) {
            var chosen = fields.getOrDefault(question.code(), "");
            if (question.options().stream().anyMatch(option -> option.code().equals(chosen))) {
                answers.put(question.code(), chosen);
            }
        }
        var capacity = fields.getOrDefault("capacity", "");
        return new Filled(
                answers,
                Token.typed(fields.getOrDefault("token", "")).orElse(fresh),
                fields.getOrDefault("key", "").strip(),
                CAPACITIES.contains(capacity) ? capacity : "",
                fields.getOrDefault("counterCode", "").strip());
    }

    /** Questions without an answer. */
    List<String> missing(Form form) {
        return form.questions().stream()
                .map(Form.Question::code)
                .filter(code -> !answers.containsKey(code))
                .toList();
    }

    /** Whether something was typed for a change key that is none. */
    public boolean wrongKey() {
        return !key.isEmpty() && Token.typed(key).isEmpty();
    }

    /** The token these answers go by: that of an earlier answer where its key was typed. */
    String sentToken() {
        return Token.typed(key).orElse(token);
    }

    Submission submission(Form form, String language) {
        return new Submission(
                form.instrument(),
                PART,
                form.languages().contains(language) ? language : "en",
                Optional.of(capacity).filter(some -> !some.isEmpty()).orElse(null),
                form.framework(),
                new Submission.Ticket(sentToken()),
                Optional.of(counterCode).filter(some -> !some.isEmpty()).orElse(null),
                answers);
    }

    @Override
    public String toString() {
        return "Filled[…]";
    }
}
