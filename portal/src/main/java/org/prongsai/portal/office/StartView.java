package org.prongsai.portal.office;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.portal.survey.Office;

/**
 * What the start page of an office shows.
 *
 * @param eit the survey of service users, null where nobody is asked
 * @param iit the survey of staff, null where nobody is asked
 * @param lead the office at which people answer instead, null where it is this one
 */
record StartView(
        Office.Agency agency, Office.@Nullable Line eit, Office.@Nullable Line iit, Office.@Nullable Agency lead) {

    static StartView of(Office office, Office.@Nullable Agency lead) {
        return new StartView(
                office.agency(),
                office.survey(Office.EIT).orElse(null),
                office.survey(Office.IIT).orElse(null),
                lead);
    }

    /** The agency at which people of this office answer, where that is another one. */
    static Optional<String> leadOf(Office office) {
        return office.surveys().stream().findFirst().map(Office.Line::lead);
    }

    /** Of the survey of service users: {@code open}, {@code ahead}, {@code over} or {@code none}. */
    public String state() {
        return eit == null ? "none" : eit.state();
    }
}
