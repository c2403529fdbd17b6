package org.prongsai.contracts.assessment;

import tools.jackson.databind.JsonNode;

/**
 * A framework version exists.
 *
 * @param ref {@code name@n}
 * @param document the whole framework as {@code GET /frameworks/{ref}} shows it
 */
public record FrameworkPublished(String ref, JsonNode document) implements AssessmentEvent {
    @Override
    public String subject() {
        return ref;
    }
}
