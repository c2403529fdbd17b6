package org.prongsai.assessment.agency;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.CsvFile;
import org.prongsai.web.Rejection;

/**
 * What a file would do to the register.
 *
 * @param encoding in which the file was read
 * @param moved agencies that the file does not name but that hang below one it moves
 */
record AgencyChange(
        @Nullable String encoding,
        List<Agency> created,
        List<Agency> updated,
        List<Agency> moved,
        int unchanged,
        List<Rejection> rejected) {

    List<Agency> all() {
        return Stream.of(created, updated, moved).flatMap(List::stream).toList();
    }

    /** Either everything in the file can be taken or nothing is. */
    boolean possible() {
        return rejected.isEmpty();
    }

    Report report() {
        var shown = Rejection.first(CsvFile.MOST_FAULTS, rejected);
        return new Report(encoding, created.size(), updated.size(), unchanged, moved.size(), shown);
    }

    /** The same in numbers; {@code moved} counts agencies outside the file. */
    record Report(
            @Nullable String encoding, int created, int updated, int unchanged, int moved, List<Rejection> rejected) {}
}
