package org.prongsai.portal.staff;

import org.prongsai.portal.survey.Form;
import org.prongsai.portal.survey.Office;

/**
 * What the pages of the staff's survey show.
 *
 * @param all whether all questions stand on one page
 */
record IitView(Office.Agency agency, Office.Line line, Form form, boolean all) {

    private static final double A_MINUTE = 4.5;

    public int count() {
        return form.questions().size();
    }

    public long minutes() {
        return Math.max(1, Math.round(count() / A_MINUTE));
    }
}
