package org.prongsai.assessment.person;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.prongsai.contracts.assessment.PersonChanged;

/** Somebody the platform writes to, and everything they are responsible for; always in the same order. */
record Person(String person, Map<String, String> name, String email, String language, List<Assignment> assignments) {
    private static final Comparator<Assignment> ORDER = Comparator.comparing(Assignment::role)
            .thenComparing(Assignment::agency)
            .thenComparing(Assignment::from);

    Person {
        var names = new TreeMap<String, String>(Collections.reverseOrder());
        names.putAll(name);
        name = Collections.unmodifiableMap(names);
        assignments = assignments.stream().sorted(ORDER).toList();
    }

    PersonChanged event() {
        var told = assignments.stream().map(Assignment::told).toList();
        return new PersonChanged(person, name, email, language, told);
    }
}
