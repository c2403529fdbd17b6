package org.prongsai.assessment.agency;

import java.util.ArrayList;
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
        return new Report(created.size(), updated.size(), unchanged, moved.size(), shown());
    }

    /** The first of them; more would be a wrong file, not a file with faults. */
    private List<Rejection> shown() {
        int most = AgencyFile.MOST_FAULTS;
        if (rejected.size() <= most) return rejected;
        var first = new ArrayList<>(rejected.subList(0, most));
        first.add(new Rejection(first.getLast().line(), "", "more-faults", null, rejected.size() - most));
        return first;
    }

    /** The same in numbers; {@code moved} counts agencies outside the file. */
    record Report(int created, int updated, int unchanged, int moved, List<Rejection> rejected) {}
}
