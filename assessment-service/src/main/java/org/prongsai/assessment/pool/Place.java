package org.prongsai.assessment.pool;

import org.prongsai.contracts.assessment.UnverifiedPart;

/** Where an answer counts: one unit's part of one instrument in a round. */
public record Place(String round, String agency, String instrument, String part) {

    /** The place of what is reported by itself beside it. */
    public Place unverified() {
        return new Place(round, agency, instrument, UnverifiedPart.beside(part));
    }

    SurveyKey survey() {
        return new SurveyKey(round, instrument);
    }
}
