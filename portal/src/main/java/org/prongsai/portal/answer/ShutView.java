package org.prongsai.portal.answer;

import org.prongsai.portal.survey.Office;

/**
 * A survey that cannot be answered now: its state says whether it is too early or too late.
 *
 * @param meanwhile whether answers came when it had just closed
 */
record ShutView(Office.Agency agency, Office.Line line, boolean meanwhile) {}
