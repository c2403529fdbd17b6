package org.prongsai.portal.staff;

import org.prongsai.portal.survey.Form;
import org.prongsai.portal.survey.Office;

/**
 * What the pages of the staff's survey show.
 *
 * @param all whether all questions stand on one page
 */
record IitView(Office.Agency agency, Office.Line line, Form form, boolean all) {

    public int count() {
        return form.questions().size();
    }
}
