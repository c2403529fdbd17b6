package org.prongsai.disclosure.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.assessment.Candidate;

/** An agency, where it stands in the tree (its path from the root to itself), and its first and last day. */
public record Unit(
        String agency,
        List<String> path,
        String type,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    public Unit {
        path = List.copyOf(path);
    }

    public Candidate candidate() {
        return new Candidate(path, type, from, to);
    }
}
