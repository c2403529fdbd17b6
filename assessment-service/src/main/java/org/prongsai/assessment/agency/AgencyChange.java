package org.prongsai.assessment.agency;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a file would do to the register.
 *
 * @param moved agencies that the file does not name but that hang below one it moves
 */
record AgencyChange(
        List<Agency> created, List<Agency> updated, List<Agency> moved, int unchanged, List<Rejection> rejected) {

    List<Agency> all() {
        return Stream.of(created, updated, moved).flatMap(List::stream).toList();
    }

    /** Either everything in the file can be taken or nothing is. */
    boolean possible() {
        return rejected.isEmpty();
    }

    Report report() {
        return new Report(created.size(), updated.size(), unchanged, moved.size(), rejected);
    }

    /** The same in numbers; {@code moved} counts agencies outside the file. */
    record Report(int created, int updated, int unchanged, int moved, List<Rejection> rejected) {}
}
