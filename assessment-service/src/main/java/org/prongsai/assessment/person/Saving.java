package org.prongsai.assessment.person;

import java.util.Optional;

/** What saving a person comes to. */
enum Saving {
    CREATED,
    CHANGED,
    UNCHANGED;

    static Saving of(Person now, Optional<Person> before) {
        if (before.isEmpty()) return CREATED;
        return before.get().equals(now) ? UNCHANGED : CHANGED;
    }
}
