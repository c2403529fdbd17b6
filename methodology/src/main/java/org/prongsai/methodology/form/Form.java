package org.prongsai.methodology.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Indicator;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Item;
import org.prongsai.methodology.framework.Option;

/** The questions of a survey in their order, each option with its place in a tally. */
public final class Form {
    private final List<Question> questions;
    private final List<List<Map.Entry<String, Integer>>> signature;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<Map<String, Integer>> options = new ArrayList<>();
    private final int[] offsets;
    private final Cells cells;

    private Form(List<Question> questions) {
        this.questions = questions;
        this.signature = questions.stream().map(Form::signature).toList();
        this.offsets = new int[questions.size() + 1];
        for (int q = 0; q < questions.size(); q++) index(q);
        this.cells = new Cells(this);
    }

    public static Form of(Instrument instrument) {
        return new Form(
                instrument.indicators().stream().flatMap(Form::questions).toList());
    }

    private static Stream<Question> questions(Indicator indicator) {
        return indicator.allItems().stream().flatMap(item -> questions(indicator.code(), item));
    }

    private static Stream<Question> questions(String indicator, Item item) {
        if (item.subItems().isEmpty() && item.options().isEmpty()) return Stream.of();
        if (item.subItems().isEmpty())
            return Stream.of(
                    new Question(item.code(), indicator, item.code(), item.text(), item.provenance(), item.options()));
        return item.subItems().stream()
                .map(sub ->
                        new Question(sub.code(), indicator, item.code(), sub.text(), item.provenance(), sub.options()));
    }

    private static List<Map.Entry<String, Integer>> signature(Question question) {
        return Stream.concat(
                        Stream.of(Map.entry(question.code(), question.options().size())),
                        question.options().stream().map(option -> Map.entry(option.code(), valueOrMinus(option))))
                .toList();
    }

    private static int valueOrMinus(Option option) {
        return option.value() == null ? -1 : option.value();
    }

    private void index(int q) {
        var question = questions.get(q);
        positions.put(question.code(), q);
        var places = new HashMap<String, Integer>();
        for (var code : question.optionCodes()) places.put(code, places.size());
        options.add(places);
        offsets[q + 1] = offsets[q] + places.size();
    }

    public List<Question> questions() {
        return questions;
    }

    public int size() {
        return questions.size();
    }

    /** Where a tally of these questions keeps what. */
    public Cells cells() {
        return cells;
    }

    public boolean asks(String question) {
        return positions.containsKey(question);
    }

    public Question question(String question) {
        return questions.get(position(question));
    }

    public int position(String question) {
        var position = positions.get(question);
        if (position == null) throw new IllegalArgumentException("no question " + question);
        return position;
    }

    public int optionPosition(int q, String option) {
        var position = options.get(q).get(option);
        if (position == null)
            throw new IllegalArgumentException("question " + questions.get(q).code() + " has no option " + option);
        return position;
    }

    /** How many options come before this question's; at the form's size, how many there are. */
    public int offset(int q) {
        return offsets[q];
    }

    public @Nullable Integer value(int q, int option) {
        return questions.get(q).options().get(option).value();
    }

    public @Nullable Integer value(String question, String option) {
        int q = position(question);
        return value(q, optionPosition(q, option));
    }

    /** Equal where the same answers have the same value, whatever the wording. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || (other instanceof Form form && form.signature.equals(signature));
    }

    @Override
    public int hashCode() {
        return signature.hashCode();
    }
}
