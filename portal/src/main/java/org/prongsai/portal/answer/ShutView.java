package org.prongsai.portal.answer;

import org.prongsai.portal.survey.Office;

/** Why a survey of an office cannot be answered here and now. */
public record ShutView(Office.Agency agency, Office.Line line) {

    public static ShutView of(Office office, Office.Line line) {
        return new ShutView(office.agency(), line);
    }

    /** {@code joint}, {@code ahead} or {@code over}. */
    public String why() {
        return line.lead() != null ? "joint" : line.state();
    }
}
