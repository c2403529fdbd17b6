package org.prongsai.portal.survey;

import java.util.List;
import java.util.Map;

/**
 * What is asked, without what any answer is worth.
 *
 * @param framework the version under which it is shown, to be sent with the answers
 */
public record Form(
        String round, String instrument, String framework, List<String> languages, List<Question> questions) {

    /** One question with the answers to choose from. */
    public record Question(
            String code, String indicator, Map<String, String> text, String provenance, List<Option> options) {

        public boolean provisional() {
            return !provenance.equals("verified");
        }
    }

    /** One answer to choose. */
    public record Option(String code, Map<String, String> label) {}

    /** Whether the authority's own wording is still missing. */
    public boolean provisional() {
        return questions.stream().anyMatch(Question::provisional);
    }
}
