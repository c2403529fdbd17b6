package org.prongsai.portal.staff;

import org.prongsai.portal.answer.Asking;
import org.prongsai.portal.survey.Form;
import org.prongsai.portal.survey.Office;

/**
 * What the pages of the staff's survey show; what staff choose stays in their browsers.
 *
 * @param all whether all questions stand on one page
 */
record IitView(Office.Agency agency, Office.Line line, Form form, boolean all) implements Asking {}
