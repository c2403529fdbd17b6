package org.prongsai.methodology.tally;

import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.form.Question;

/** Where each integer of a tally lies: the respondents, a count for each option, four sums for each pair of questions. */
record Cells(Form form) {
    static final int RESPONDENTS = 0;
    static final int PER_PAIR = 4;

    int size() {
        return pairs() + PER_PAIR * form.size() * (form.size() + 1) / 2;
    }

    int count(int q, int option) {
        return 1 + form.offset(q) + option;
    }

    /** Where the counts end and the pairs begin. */
    int pairs() {
        return 1 + form.offset(form.size());
    }

    /** The first of the four sums of two questions, q not after r. */
    int pair(int q, int r) {
        return pairs() + PER_PAIR * (r * (r + 1) / 2 + q);
    }

    /** What people call a cell, for a message. */
    String name(int cell) {
        if (cell == RESPONDENTS) return "respondents";
        return cell < pairs() ? countName(cell - 1) : pairName((cell - pairs()) / PER_PAIR);
    }

    private String countName(int place) {
        int q = 0;
        while (form.offset(q + 1) <= place) q++;
        return "question %s option %s"
                .formatted(code(q), question(q).optionCodes().get(place - form.offset(q)));
    }

    private String pairName(int pair) {
        int r = 0;
        while ((r + 1) * (r + 2) / 2 <= pair) r++;
        return "questions %s and %s".formatted(code(pair - r * (r + 1) / 2), code(r));
    }

    Question question(int q) {
        return form.questions().get(q);
    }

    String code(int q) {
        return question(q).code();
    }
}
