package org.prongsai.assessment.pool;

/** Where an answer counts: one unit's part of one instrument in a round. */
public record Place(String round, String agency, String instrument, String part) {

    SurveyKey survey() {
        return new SurveyKey(round, instrument);
    }
}
