package org.prongsai.portal.answer;

import org.prongsai.portal.survey.Form;

/** What the pages of both surveys show of their questions. */
public interface Asking {

    Form form();

    default int count() {
        return form().questions().size();
    }

    /** Whether this question was left out when the answers were to be checked. */
    default boolean left(String question) {
        return false;
    }

    /** Whether this option was chosen before the page was made. */
    default boolean chosen(String question, String option) {
        return false;
    }
}
