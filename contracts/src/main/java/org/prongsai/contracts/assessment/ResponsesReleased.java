package org.prongsai.contracts.assessment;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A group of changes of one unit, instrument and part left the pool together; both lists are shuffled.
 *
 * @param part of the framework, or the {@link UnverifiedPart} beside one
 * @param framework {@code name@n} whose questions and options the answers use
 * @param added answers that count from now on
 * @param withdrawn answers that counted until now, whole, so that tallies can be subtracted
 */
public record ResponsesReleased(
        String round,
        String agency,
        String instrument,
        String part,
        String framework,
        List<Answered> added,
        List<Answered> withdrawn)
        implements AssessmentEvent {

    /**
     * One respondent's answers, with nothing that leads to the respondent.
     *
     * @param id random, never reused
     * @param answers option code by question code
     */
    public record Answered(UUID id, Map<String, String> answers) {}

    @Override
    public String subject() {
        return agency;
    }
}
