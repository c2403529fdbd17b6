package org.prongsai.contracts.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person whom the platform writes to, with every assignment.
 *
 * @param language {@code th} or {@code en}: the language of messages to this person
 */
public record PersonChanged(
        String person, Map<String, String> name, String email, String language, List<Assignment> assignments)
        implements AssessmentEvent {

    /** A role in an agency's subtree, from a day to a day (both in), {@code to} null while it lasts. */
    public record Assignment(
            String role,
            String agency,
            LocalDate from,
            @Nullable LocalDate to) {}

    @Override
    public String subject() {
        return person;
    }
}
