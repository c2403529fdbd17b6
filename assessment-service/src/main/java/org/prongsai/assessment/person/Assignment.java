package org.prongsai.assessment.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.assessment.PersonChanged;

/** A role in an agency's subtree, from a day to a day (both in), {@code to} null while it lasts. */
record Assignment(
        String role,
        String agency,
        LocalDate from,
        @Nullable LocalDate to) {

    PersonChanged.Assignment told() {
        return new PersonChanged.Assignment(role, agency, from, to);
    }
}
