package org.prongsai.portal.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.portal.survey.Form;
import org.prongsai.portal.survey.Office;

/**
 * What the pages of the service users' survey show.
 *
 * @param all whether all questions stand on one page
 * @param missing questions that were left out when the answers were to be checked
 * @param mishap why the answers were not taken, null where nothing went wrong
 */
record EitView(
        Office.Agency agency,
        Office.Line line,
        Form form,
        Filled filled,
        boolean all,
        List<String> missing,
        @Nullable Mishap mishap)
        implements Asking {

    EitView(Office.Agency agency, Office.Line line, Form form, Filled filled, boolean all) {
        this(agency, line, form, filled, all, List.of(), null);
    }

    EitView missing(List<String> questions) {
        return new EitView(agency, line, form, filled, all, questions, mishap);
    }

    EitView mishap(Mishap mishap) {
        return new EitView(agency, line, form, filled, all, missing, mishap);
    }

    /** Whether the survey closed before the answers came. */
    public boolean closed() {
        return mishap != null && mishap.key().equals(Mishap.CLOSED);
    }

    @Override
    public boolean left(String question) {
        return missing.contains(question);
    }

    @Override
    public boolean chosen(String question, String option) {
        return option.equals(filled.answers().get(question));
    }

    /** The label that was chosen, for the page on which answers are checked. */
    public Form.@Nullable Option answer(Form.Question question) {
        return question.options().stream()
                .filter(option -> chosen(question.code(), option.code()))
                .findFirst()
                .orElse(null);
    }
}
