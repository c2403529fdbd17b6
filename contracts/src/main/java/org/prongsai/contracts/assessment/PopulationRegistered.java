package org.prongsai.contracts.assessment;

/**
 * A unit's population in a round.
 *
 * @param internal staff who may answer, those on leave already left out
 * @param external service users of the year
 */
public record PopulationRegistered(String round, String agency, int internal, int external) implements AssessmentEvent {
    @Override
    public String subject() {
        return round + "/" + agency;
    }
}
