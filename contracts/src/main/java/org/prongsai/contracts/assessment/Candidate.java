package org.prongsai.contracts.assessment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an agency decides whether it takes part in a round ({@link RoundState#includes}): where it stands, what it is
 * and how long it exists.
 *
 * @param path root … self
 * @param from first day of existence, null where nothing was told of it: it was always there
 * @param to last day of existence, null while it exists
 */
public record Candidate(
        List<String> path,
        String type,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public Candidate {
        path = List.copyOf(path);
    }

    /** First and last day are in. */
    public boolean existed(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
